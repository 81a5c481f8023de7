import type { IndexEntry, IndexPlace, IndexReference, IssueIndex } from '../issue/index-model.ts';
import type { Issue } from '../issue/model.ts';

/** An index for templates, with the locators of its entries. */
export interface LocatedIndex<Locator> extends Omit<IssueIndex, 'groups'> {
  groups: { letter: string; entries: LocatedEntry<Locator>[] }[];
}

interface LocatedEntry<Locator> extends Pick<IndexEntry, 'id' | 'phrase' | 'lang'> {
  locators: Locator[];
  /** The references to other entries, by the word that stands before them. */
  references: { word: 'see' | 'see-also'; targets: IndexReference[] }[];
  entries: LocatedEntry<Locator>[];
}

/** The indexes of an issue, with the locators that `locate` gives the places of each entry. */
export function locatedIndexes<Locator>(
  { indexes = [] }: Pick<Issue, 'indexes'>,
  locate: (places: readonly IndexPlace[]) => Locator[],
): LocatedIndex<Locator>[] {
  const located = ({ id, phrase, lang, places, see, seeAlso, entries }: IndexEntry): LocatedEntry<Locator> => ({
    id,
    phrase,
    lang,
    locators: locate(places),
    references: [
      ...(see.length > 0 ? [{ word: 'see' as const, targets: see }] : []),
      ...(seeAlso.length > 0 ? [{ word: 'see-also' as const, targets: seeAlso }] : []),
    ],
    entries: entries.map(located),
  });
  return indexes.map((index) => ({
    ...index,
    groups: index.groups.map(({ letter, entries }) => ({ letter, entries: entries.map(located) })),
  }));
}
