import { articleFile, articleOfId } from '../issue/ids.ts';
import type { IndexEntry, IndexPlace, IssueIndex } from '../issue/index-model.ts';
import type { Issue } from '../issue/model.ts';
import { type LocatedEntry, type LocatedIndex, locatedIndexes } from '../record/located-indexes.ts';
import { locatorsOf, type PageLocator } from '../record/locators.ts';

/** An index of a book, whose entries lead to their places in its documents. */
export interface BookIndex extends Pick<LocatedIndex, 'id'> {
  groups: { letter: string; entries: BookIndexEntry[] }[];
}

interface BookIndexEntry extends Omit<LocatedEntry, 'locators' | 'entries'> {
  locators: (PageLocator & { href: string; lastHref: string })[];
  entries: BookIndexEntry[];
}

/**
 * The indexes of a book, with the folios of the print edition. Where there is none, the places of an entry are counted,
 * each from 1.
 */
export function bookIndexes(issue: Issue, folios: Readonly<Record<string, string>>): BookIndex[] {
  const isPrinted = Object.keys(folios).length > 0;
  const locate = (places: readonly IndexPlace[]): PageLocator[] =>
    isPrinted
      ? locatorsOf(places, (id) => folios[id])
      : places.map(({ id }, i) => ({ first: String(i + 1), id, isNote: false }));
  const indexes = locatedIndexes(issue, locate);
  const linked = ({ locators, entries, ...entry }: LocatedEntry): BookIndexEntry => ({
    ...entry,
    locators: locators.map((one) => ({ ...one, href: addressOf(one.id), lastHref: addressOf(one.lastId ?? one.id) })),
    entries: entries.map(linked),
  });
  return indexes.map(({ id, groups }) => ({
    id,
    groups: groups.map(({ letter, entries }) => ({ letter, entries: entries.map(linked) })),
  }));
}

/** The document of an index. */
export function indexFile(id: string): string {
  return `${id}.xhtml`;
}

/** The ids of all places that indexes lead to. */
export function indexedIds({ indexes = [] }: Pick<Issue, 'indexes'>): Set<string> {
  const ids = new Set<string>();
  for (const entry of allEntries(indexes))
    for (const { id, to } of entry.places) {
      ids.add(id);
      if (to !== undefined) ids.add(to);
    }
  return ids;
}

function* allEntries(indexes: readonly IssueIndex[]): Iterable<IndexEntry> {
  const left = indexes.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));
  for (let entry = left.pop(); entry; entry = left.pop()) {
    yield entry;
    left.push(...entry.entries);
  }
}

function addressOf(id: string): string {
  return `${articleFile(articleOfId(id))}#${id}`;
}
