import type { EditionChange, Spot } from '../change.ts';
import type { ComparedBlock, ComparedPart, TextBlock } from '../model.ts';
import { diffWords } from '../text/diff-words.ts';
import { aroundOf, wholeChange } from './block-changes.ts';

/** The call of a note, in its block. */
interface PlacedCall {
  part: ComparedPart;
  block: ComparedBlock;
  after: number;
  letters: number;
}

/** The calls of the notes of some parts, by the notes’ ids. */
export function callsIn(parts: readonly ComparedPart[]): Map<string, PlacedCall[]> {
  const calls = new Map<string, PlacedCall[]>();
  const add = (part: ComparedPart, block: ComparedBlock): void => {
    for (const { note, after, letters } of block.calls)
      calls.set(note, [...(calls.get(note) ?? []), { part, block, after, letters }]);
  };
  for (const part of parts) for (const block of [...part.facts, ...part.blocks, ...part.notes]) add(part, block);
  for (const part of parts)
    for (const block of part.blocks) if ('rows' in block) for (const cell of block.rows.flat()) add(part, cell);
  return calls;
}

/** The notes of two editions that belong together, and the others. */
export interface NoteMatches {
  pairs: ReadonlyMap<TextBlock, TextBlock>;
  before: { part: ComparedPart; note: TextBlock; calls: PlacedCall[] }[];
  after: { part: ComparedPart; note: TextBlock; calls: PlacedCall[] }[];
  /** True if two blocks of text belong together. */
  isPair(before: ComparedBlock, after: ComparedBlock): boolean;
  /** True if a block was taken out or put in as a whole. */
  isAlone(block: ComparedBlock): boolean;
}

/**
 * Notes that were put in, taken out or moved: a note has moved if its call stands elsewhere in its text. That it has
 * another number is not a change.
 */
export function noteChanges(notes: NoteMatches): EditionChange[] {
  const changes: EditionChange[] = [];
  const partners = new Map([...notes.pairs].map(([one, other]) => [other, one]));
  const after = new Map(notes.after.map((one) => [one.note, one]));
  const added = notes.after.filter(({ note }) => !partners.has(note));
  const removed = notes.before.filter(({ note }) => !notes.pairs.has(note));
  for (const { part, note, calls } of removed)
    changes.push(
      withCall(wholeChange('removed', { part, block: note }, { before: { part, block: note } }), calls, 'before'),
    );
  for (const { part, note, calls } of added)
    changes.push(
      withCall(wholeChange('added', { part, block: note }, { after: { part, block: note } }), calls, 'after'),
    );
  for (const one of notes.before) {
    const other = after.get(notes.pairs.get(one.note) as TextBlock);
    if (!other || notes.isPair === undefined) continue;
    const [old, now] = [one.calls[0], other.calls[0]];
    if (!old || !now || staysInPlace(old, now, notes)) continue;
    changes.push({
      ...wholeChange('moved', { part: other.part, block: other.note }),
      kind: 'note',
      around: aroundOf(now.block, [now.after + (now.letters > 0 ? 1 : 0), now.after + (now.letters > 0 ? 1 : 0)]),
      spots: { before: spotOf(old), after: spotOf(now) },
    });
  }
  return changes;
}

/** True if the call of a note stands behind the same word in the same block. */
function staysInPlace(old: PlacedCall, now: PlacedCall, { isPair, isAlone }: NoteMatches): boolean {
  if (!isPair(old.block, now.block)) return isAlone(old.block) || isAlone(now.block);
  const { same, hunks } = diffWords(old.block.tokens, now.block.tokens);
  // A call stands behind letters of a word, or before a word: the last word before it counts.
  const [one, other] = [old, now].map(({ after, letters }) => (letters > 0 ? after : after - 1)) as [number, number];
  if (one < 0 && other < 0) return true;
  const there = one < 0 ? -1 : (same[one] as number);
  if (one >= 0 && there >= 0) {
    if (there !== other) return hunks.some(({ after }) => other >= there && after[0] === there + 1 && other < after[1]);
    const [left, right] = [old, now].map(
      ({ block, after, letters }) => [block.tokens[after]?.text ?? '', letters] as const,
    );
    return left?.[0] !== right?.[0] || left?.[1] === right?.[1] || isOnlyMark(left, right);
  }
  return hunks.some(
    ({ before, after }) => one >= before[0] && one < before[1] && other >= after[0] - 1 && other < after[1],
  );
}

/** True if a call changed places with a mark at the end of its word. */
function isOnlyMark(one: readonly [string, number] | undefined, other: readonly [string, number] | undefined): boolean {
  const left = one?.[0].slice(Math.min(one[1], other?.[1] ?? 0), Math.max(one[1], other?.[1] ?? 0)) ?? '';
  return left === '';
}

function spotOf({ part, block, after, letters }: PlacedCall): Spot {
  const from = Math.max(0, letters > 0 ? after : after - 1);
  return { part, block, from, to: Math.min(block.tokens.length, from + 1) };
}

/** A note stands where it is called, too. */
function withCall(change: EditionChange, calls: readonly PlacedCall[], side: 'before' | 'after'): EditionChange {
  const [call] = calls;
  if (!call) return change;
  const at = call.letters > 0 ? call.after + 1 : call.after;
  return {
    ...change,
    around: aroundOf(call.block, [at, at]),
    spots: { ...change.spots, [side === 'before' ? 'after' : 'before']: undefined },
  };
}
