import type { ComparedBlock } from '../model.ts';
import { alignAlike, alignSame, gapsBetween, type IndexPair } from './align.ts';
import { keyOfBlock, likeness, shareBeside, wordCount } from './likeness.ts';
import { versionKeys } from './version-keys.ts';

/** Two lists of blocks that are compared. */
export interface BlockLists {
  before: readonly ComparedBlock[];
  after: readonly ComparedBlock[];
}

/** The blocks of two editions that belong together. */
export interface BlockMatches {
  /** By blocks of the first edition. */
  pairs: Map<ComparedBlock, ComparedBlock>;
  /** Those of the first edition whose pair stands elsewhere. */
  moved: Set<ComparedBlock>;
  /** Blocks that were parted, or joined: to each the one that goes on it, in either edition. */
  goesOn: Map<ComparedBlock, ComparedBlock>;
}

/** From this likeness on, two blocks between the same neighbours are versions of one. */
const least = 0.35;
/** From this one on, blocks that stand in different places are. */
const leastMoved = 0.75;

/**
 * Pairs the blocks of some lists. First come blocks that are the same, or nearly so, in order; then those that are the
 * same in another place; then those that are alike between the same neighbours, and at last those alike elsewhere.
 */
export function matchBlocks(lists: readonly BlockLists[]): BlockMatches {
  const matches: BlockMatches = { pairs: new Map(), moved: new Set(), goesOn: new Map() };
  const taken = new Set<ComparedBlock>();
  const take = (one: ComparedBlock, other: ComparedBlock, isMoved = false): void => {
    matches.pairs.set(one, other);
    taken.add(one).add(other);
    if (isMoved) matches.moved.add(one);
  };
  const ordered = lists.map(({ before, after }): IndexPair[] => {
    const pairs = alignSame(...versionKeys(before, after));
    for (const [one, other] of pairs) take(before[one] as ComparedBlock, after[other] as ComparedBlock);
    return pairs;
  });
  const left = (side: 'before' | 'after') => lists.flatMap((list) => list[side].filter((block) => !taken.has(block)));

  const elsewhere = new Map<string, ComparedBlock[]>();
  for (const block of left('after'))
    elsewhere.set(keyOfBlock(block), [...(elsewhere.get(keyOfBlock(block)) ?? []), block]);
  for (const block of left('before')) {
    if (wordCount(block) < (block.kind === 'heading' ? 1 : 3)) continue;
    const found = elsewhere.get(keyOfBlock(block))?.shift();
    if (found) take(block, found, true);
  }

  for (const [at, { before, after }] of lists.entries())
    for (const gap of gapsBetween(ordered[at] as IndexPair[], before.length, after.length)) {
      const olds = indexes(gap.before).filter((one) => !taken.has(before[one] as ComparedBlock));
      const news = indexes(gap.after).filter((one) => !taken.has(after[one] as ComparedBlock));
      const pairs = alignAlike(olds, news, (one, other) =>
        likenessHere(before[one] as ComparedBlock, after[other] as ComparedBlock),
      );
      for (const [one, other] of pairs) take(before[one] as ComparedBlock, after[other] as ComparedBlock);
      followOn({ before, after }, gap, taken, matches);
    }

  for (const block of left('before')) {
    if (wordCount(block) < 8) continue;
    let best: { block: ComparedBlock; like: number } | undefined;
    for (const other of left('after')) {
      const like = other.kind === block.kind ? likeness(block, other) : 0;
      if (like >= leastMoved && like > (best?.like ?? 0)) best = { block: other, like };
    }
    if (best) take(block, best.block, true);
  }
  return matches;
}

const indexes = ([from, to]: readonly [number, number]): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** How alike two blocks between the same neighbours are; 0 if they are not versions of one. */
function likenessHere(one: ComparedBlock, other: ComparedBlock): number {
  const isFloat = /^(figure|table)$/.test(one.kind);
  if (one.kind !== other.kind && (isFloat || /^(figure|table|heading)$/.test(other.kind) || one.kind === 'heading'))
    return 0;
  if (isFloat && one.id !== undefined && one.id === other.id) return 2;
  const like = likeness(one, other);
  // A heading, a short line or a picture is written again as a whole.
  if (like < least && /^(heading|figure|formula|code)$/.test(one.kind)) return least / 10;
  if (like < least && wordCount(one) <= 6 && wordCount(other) <= 6 && one.kind === other.kind) return least / 10;
  return like >= least ? like : 0;
}

/** Finds blocks that go on a pair: a paragraph that was parted, or two that were joined. */
function followOn(
  { before, after }: BlockLists,
  gap: { before: readonly [number, number]; after: readonly [number, number] },
  taken: Set<ComparedBlock>,
  { pairs, goesOn }: BlockMatches,
): void {
  const partners = new Map([...pairs].map(([one, other]) => [other, one]));
  const pair = (one: ComparedBlock, other: ComparedBlock): void => {
    pairs.set(one, other);
    partners.set(other, one);
  };
  for (const [list, range, isAfter] of [
    [after, gap.after, true],
    [before, gap.before, false],
  ] as const)
    for (const at of indexes(range)) {
      const block = list[at] as ComparedBlock;
      if (taken.has(block) || /^(figure|table|heading)$/.test(block.kind)) continue;
      const partnerOf = (one: ComparedBlock | undefined) => one && (isAfter ? partners : pairs).get(one);
      const [previous, next] = [list[at - 1], list[at + 1]];
      const [partner, other] = [partnerOf(previous), partnerOf(next)];
      if (previous && partner && !goesOn.has(previous) && goesOnOf(block, partner, previous)) {
        goesOn.set(previous, block);
        taken.add(block);
      } else if (next && other && !goesOn.has(block) && goesOnOf(block, other, next)) {
        // The longer part was found, and this one stands before it.
        if (isAfter) pair(other, block);
        else {
          pairs.delete(next);
          pair(block, other);
        }
        goesOn.set(block, next);
        taken.add(block);
      }
    }
}

/** True if a block has what another edition’s block has besides the block beside it. */
const goesOnOf = (block: ComparedBlock, whole: ComparedBlock, beside: ComparedBlock): boolean =>
  block.kind === beside.kind && shareBeside(block, whole, beside) >= 0.8;
