import type { BlockMatches } from './blocks/match-blocks.ts';
import type { callsIn } from './blocks/note-changes.ts';
import type { EditionChange, Spot } from './change.ts';
import type { ComparedBlock, ComparedPart } from './model.ts';
import { diffWords } from './text/diff-words.ts';

/** The blocks and calls of both editions, by which to find the place of a change in the other one. */
export interface KnownBlocks {
  matches: BlockMatches;
  partners: ReadonlyMap<ComparedBlock, ComparedBlock>;
  partOf: ReadonlyMap<ComparedBlock, ComparedPart>;
  callsBefore: ReturnType<typeof callsIn>;
  callsAfter: ReturnType<typeof callsIn>;
}

/** Gives what was put in or taken out a place in the other edition, too: behind what stands before it in both. */
export function withOtherSpot(change: EditionChange, known: KnownBlocks): EditionChange {
  const { before, after } = change.spots;
  if ((before && after) || (!before && !after)) return change;
  const side = before ? 'before' : 'after';
  const spot = (before ?? after) as Spot;
  const partnerOf = (block: ComparedBlock) =>
    side === 'before' ? known.matches.pairs.get(block) : known.partners.get(block);
  const other = spot.block.kind === 'note' ? callSpot(spot, side, known, partnerOf) : undefined;
  const found = other ?? neighbourSpot(spot, known, partnerOf);
  return found ? { ...change, spots: { ...change.spots, [side === 'before' ? 'after' : 'before']: found } } : change;
}

function callSpot(
  spot: Spot,
  side: 'before' | 'after',
  known: KnownBlocks,
  partnerOf: (block: ComparedBlock) => ComparedBlock | undefined,
) {
  const [call] = (side === 'before' ? known.callsBefore : known.callsAfter).get(spot.block.id ?? '') ?? [];
  const block = call && partnerOf(call.block);
  const part = block && known.partOf.get(block);
  if (!block || !part) return undefined;
  const { same } = diffWords(call.block.tokens, block.tokens);
  let at = call.letters > 0 ? call.after : call.after - 1;
  while (at >= 0 && (same[at] as number) < 0) at--;
  const there = at < 0 ? 0 : (same[at] as number) + 1;
  return { part, block, from: there, to: there };
}

function neighbourSpot(
  spot: Spot,
  known: KnownBlocks,
  partnerOf: (block: ComparedBlock) => ComparedBlock | undefined,
): Spot | undefined {
  const list = [spot.part.facts, spot.part.blocks, spot.part.notes].find((all) => all.includes(spot.block as never)) as
    | ComparedBlock[]
    | undefined;
  if (!list) return undefined;
  const at = list.indexOf(spot.block as ComparedBlock);
  for (const [step, end] of [
    [-1, 'end'],
    [1, 'start'],
  ] as const)
    for (let i = at + step; i >= 0 && i < list.length; i += step) {
      const block = partnerOf(list[i] as ComparedBlock);
      const part = block && known.partOf.get(block);
      if (!block || !part) continue;
      const there = end === 'end' ? block.tokens.length : 0;
      return { part, block, from: there, to: there };
    }
  return undefined;
}

/** The pages on which a change stands in both editions. */
export function withPages(change: EditionChange): EditionChange {
  const pageAt = (spot: Spot | undefined): string | undefined => {
    if (!spot) return undefined;
    const { block, from, part } = spot;
    const token = block.tokens[Math.min(from, block.tokens.length - 1)];
    return token?.page ?? block.page ?? part.first;
  };
  const { before, after } = change.spots;
  return {
    ...change,
    places: {
      before: { ...change.places.before, page: change.places.before.page ?? pageAt(before) },
      after: { ...change.places.after, page: change.places.after.page ?? pageAt(after) },
    },
  };
}
