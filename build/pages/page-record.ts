import { articleOfId } from '../issue/ids.ts';
import type { Issue } from '../issue/model.ts';
import { readMark } from '../issue/places.ts';
import type { PageRecord, RecordPlace } from '../record/schema.ts';
import type { FloatPlace } from './ask-places.ts';
import type { SourcePlace } from './in-page/places.ts';
import type { PagesMade } from './join-pages.ts';

/** The page record of an issue whose pages are made up. */
export function pageRecord(issue: Issue, made: PagesMade): PageRecord {
  const { survey, begins, list, hashes } = made;
  const begin = new Map(begins.map((one) => [one.page, one]));
  const folioAt = (index: number) => list[index - 1]?.folio ?? '';
  const ids = [...survey.ids].sort(([a], [b]) => (a < b ? -1 : 1));
  const pagesOf = new Map<string, number[]>();
  survey.articles.forEach((articles, i) => {
    for (const id of articles) pagesOf.set(id, [...(pagesOf.get(id) ?? []), i + 1]);
  });
  const parts = new Map(survey.notes.map(({ id, pages }) => [id, pages]));
  const calls = new Map(survey.calls.map(({ id, page }) => [id, page]));
  return {
    format: 'offprint-pages-1',
    issue: issue.slug,
    pages: list.map(({ index, folio, of }) => ({
      index,
      folio,
      ...(hashes[index - 1] ? { hash: hashes[index - 1] } : {}),
      side: index % 2 === 1 ? 'recto' : 'verso',
      of,
      columns: (begin.get(index)?.columns ?? []).map((column, i) => ({
        ...recordPlace(column),
        ...(column.number === i + 1 ? {} : { number: column.number }),
      })),
      notes: (begin.get(index)?.notes ?? []).map(recordPlace),
      ...floatsOf(begin.get(index)?.floats ?? []),
    })),
    articles: issue.articles.flatMap(({ id, name }) => {
      const pages = pagesOf.get(id) ?? [];
      const first = pages[0];
      const last = pages.at(-1);
      if (first === undefined || last === undefined) return [];
      return [{ id, name, first: folioAt(first), last: folioAt(last), firstIndex: first, lastIndex: last }];
    }),
    notes: issue.articles.flatMap(({ notes }) =>
      notes.map(({ id, number, sign, calls: [call = ''] }) => ({
        id,
        number,
        ...(sign ? { sign } : {}),
        call: folioAt(calls.get(call) ?? 0),
        parts: (parts.get(id) ?? []).map(folioAt),
      })),
    ),
    ids: Object.fromEntries(ids.map(([id, page]) => [id, folioAt(page)])),
  };
}

/** The record as JSON text, with the same bytes for the same record. */
export function writePageRecord(record: PageRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`);
}

/** The floats of a page, if it has any. */
function floatsOf(floats: readonly FloatPlace[]): Pick<PageRecord['pages'][number], 'floats'> {
  if (floats.length === 0) return {};
  return {
    floats: floats.map(({ number, ...place }) => ({ ...recordPlace(place), ...(number > 0 ? { number } : {}) })),
  };
}

function recordPlace({ block, note, word, letters, text }: SourcePlace): RecordPlace {
  const { article, start } = readMark(block);
  return {
    article: article || articleOfId(note),
    ...(note ? { note } : {}),
    ...start,
    word,
    letters,
    text,
  };
}
