import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { type Place, report } from '../diagnostics/report.ts';

/** The most levels of a text: blocks, emphasis, brackets and tags in each other. */
export const deepest = 100;

/**
 * Finds a node that is too deep in a tree. Goes level by level, since such a depth would overflow the stack of a
 * recursive function, and does so in serialisers.
 */
export function tooDeep(tree: Node): Node | undefined {
  let level: Node[] = [tree];
  for (let depth = 0; depth <= deepest && level.length > 0; depth++)
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  return level[0];
}

export function reportNesting(file: VFile, at: Place): void {
  report(file, 'file-nesting', {
    at,
    found: 'The text nests too deep to be read',
    expected: `at most ${deepest} levels`,
    fix: 'Remove the repeated marks.',
  });
}
