import type { IndexEntry, IndexGroup } from '../../issue/index-model.ts';
import type { Collation } from '../../languages/collate.ts';
import { type DraftEntry, sortKey } from './draft-entries.ts';

/** Entries in the order of a language. */
export function sortEntries(entries: readonly DraftEntry[], { compare }: Collation): DraftEntry[] {
  return entries.toSorted((one, other) => compare(sortKey(one), sortKey(other)) || (one.key < other.key ? -1 : 1));
}

/** Sorted entries by their letters. `keyOf` is what each is sorted by. */
export function groupEntries(
  entries: readonly IndexEntry[],
  keyOf: (entry: IndexEntry) => string,
  { letterOf, isSameLetter }: Collation,
): IndexGroup[] {
  const groups: IndexGroup[] = [];
  for (const entry of entries) {
    const letter = letterOf(keyOf(entry));
    const last = groups.at(-1);
    if (last && (last.letter === letter || isSameLetter(last.letter, letter))) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}
