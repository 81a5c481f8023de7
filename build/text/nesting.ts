import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { type Place, report } from '../diagnostics/report.ts';

/** The most levels of a text: blocks, emphasis, brackets and tags inside one another. */
const maxTextNesting = 100;

/**
 * Finds a node that is nested too deep. Goes level by level, because such depth would overflow the stack of a recursive
 * function, as it does in serialisers.
 */
export function findTooDeep(tree: Node): Node | undefined {
  let level: Node[] = [tree];
  for (let depth = 0; depth <= maxTextNesting && level.length > 0; depth++)
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  return level[0];
}

export function reportNesting(file: VFile, at: Place): void {
  report(file, 'file-nesting', {
    at,
    found: 'The text nests too deep to be read',
    expected: `at most ${maxTextNesting} levels`,
    fix: 'Remove the repeated marks.',
  });
}
