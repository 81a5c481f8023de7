import type { ComparedBlock } from '../model.ts';
import { keyOfBlock, likeness, wordCount } from './likeness.ts';

/** From this likeness on, two blocks of a list are versions of one, wherever they stand in it. */
const least = 0.75;
/** More blocks that changed are another text: each would be held against each. */
const most = 300;

/**
 * Keys by which two lists are put in order: those of blocks that are the same, and one for both versions of a block
 * that changed. Without the latter, a paragraph that moved past some that changed would stay in its place, and all of
 * those would have moved.
 */
export function versionKeys(
  before: readonly ComparedBlock[],
  after: readonly ComparedBlock[],
): readonly [before: string[], after: string[]] {
  const keys = [before.map(keyOfBlock), after.map(keyOfBlock)] as const;
  const known = keys.map((list) => new Set(list)) as [Set<string>, Set<string>];
  const changed = (blocks: readonly ComparedBlock[], side: 0 | 1): number[] =>
    [...blocks.keys()].filter((at) => {
      const block = blocks[at] as ComparedBlock;
      return wordCount(block) >= 4 && !known[side === 0 ? 1 : 0].has(keys[side][at] as string);
    });
  const [olds, news] = [changed(before, 0), changed(after, 1)];
  if (olds.length > most || news.length > most) return keys;
  const free = new Set(news);
  for (const one of olds) {
    const block = before[one] as ComparedBlock;
    let best: { at: number; like: number } | undefined;
    for (const at of free) {
      const other = after[at] as ComparedBlock;
      const like = other.kind === block.kind ? likeness(block, other) : 0;
      if (like >= least && like > (best?.like ?? 0)) best = { at, like };
    }
    if (!best) continue;
    free.delete(best.at);
    keys[1][best.at] = keys[0][one] as string;
  }
  return keys;
}
