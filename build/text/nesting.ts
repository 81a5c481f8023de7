import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { type Place, report } from '../diagnostics/report.ts';

/** Levels that a text may have: blocks, emphasis, brackets and tags in each other. */
export const deepest = 100;

/**
 * A node that stands deeper in a tree than it may. Goes level by level, for the depth that it looks for would end a function that calls
 * itself, and does end the serialisers.
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
