import type { Collation } from '../../languages/collate.ts';
import { type DraftEntry, sortKey } from './draft-entries.ts';

/** Entries in the order of a language. */
export function sortEntries(entries: ReadonlyMap<string, DraftEntry>, { compare }: Collation): DraftEntry[] {
  return [...entries.values()].sort(
    (one, other) => compare(sortKey(one), sortKey(other)) || (one.key < other.key ? -1 : 1),
  );
}

/** Sorted entries by the letters of what they are sorted by. */
export function groupEntries(
  entries: readonly DraftEntry[],
  { letterOf, isSameLetter }: Collation,
): { letter: string; entries: DraftEntry[] }[] {
  const groups: { letter: string; entries: DraftEntry[] }[] = [];
  for (const entry of entries) {
    const letter = letterOf(sortKey(entry));
    const last = groups.at(-1);
    if (last && (last.letter === letter || isSameLetter(last.letter, letter))) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}
