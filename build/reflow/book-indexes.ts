import type { IndexEntry, IndexPlace } from '../issue/index-model.ts';
import type { Issue } from '../issue/model.ts';
import { type LocatedIndex, locatedIndexes } from '../record/located-indexes.ts';
import { locatorsOf, type PageLocator } from '../record/locators.ts';
import { addressIn, bookForm, type ReflowForm } from './form.ts';

/** A locator that leads to the places of its pages in the documents of a book. */
interface BookLocator extends PageLocator {
  href: string;
  lastHref: string;
}

/** An index of an edition whose text flows. */
export type BookIndex = LocatedIndex<BookLocator>;

/**
 * The indexes of such an edition, with the folios of the print edition. Where there is none, the places of an entry
 * are counted, each from 1.
 */
export function bookIndexes(
  issue: Issue,
  folios: Readonly<Record<string, string>>,
  form: ReflowForm = bookForm,
): BookIndex[] {
  const isPrinted = Object.keys(folios).length > 0;
  const locate = (places: readonly IndexPlace[]): PageLocator[] =>
    isPrinted
      ? locatorsOf(places, (id) => folios[id])
      : places.map(({ id }, i) => ({ first: String(i + 1), id, isNote: false }));
  return locatedIndexes(issue, (places) =>
    locate(places).map((one) => ({
      ...one,
      href: addressIn(form, one.id),
      lastHref: addressIn(form, one.lastId ?? one.id),
    })),
  );
}

/** The ids of all places that indexes lead to. */
export function indexedIds({ indexes = [] }: Pick<Issue, 'indexes'>): Set<string> {
  const idsIn = (entries: readonly IndexEntry[]): string[] =>
    entries.flatMap((entry) => [
      ...entry.places.flatMap(({ id, to }) => (to === undefined ? [id] : [id, to])),
      ...idsIn(entry.entries),
    ]);
  return new Set(indexes.flatMap(({ groups }) => groups.flatMap(({ entries }) => idsIn(entries))));
}
