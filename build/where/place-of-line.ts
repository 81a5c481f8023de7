import { visit } from 'unist-util-visit';
import type { Article, Note } from '../issue/model.ts';
import { blocksAt } from '../record/block-texts.ts';
import { folioIn } from '../record/fill-folios.ts';
import type { PageRecord, RecordPlace } from '../record/schema.ts';
import { lineAt, lineText, offsetOfPoint } from './file-lines.ts';
import { linesWithoutQueries } from './lines-without-queries.ts';
import { type Passage, passageAt, passagesOf } from './passages.ts';
import { hasWords, setText, sourceOffset, wordsFrom } from './set-text.ts';

/** A page, and a column on it. */
export interface ColumnOfPage {
  /** Counted from the cover: the page of the PDF. */
  index: number;
  folio: string;
  /** The column of the text, from 1 in reading order; undefined where the place is in no column, or it is not known. */
  column?: number;
}

/** The place of a line of a manuscript on the pages of an issue. */
export interface LinePlace extends ColumnOfPage {
  /** The number of the note that the line is in. */
  note?: number;
  /** True in the front matter, which is at no single place. */
  isFront?: boolean;
  /** The line that the answer is for: the one that was asked for, or the nearest after it that is printed. */
  line: number;
  /** The words of the text that follow, at most six. */
  words: string;
  /** Where the line ends, if it was asked for as a whole and that is elsewhere. */
  to?: ColumnOfPage;
}

/** An article as it was read for an issue, with its file. */
export type ReadArticle = Pick<Article, 'id' | 'body' | 'notes' | 'file'>;

/** A point asked for; without a column, the beginning of the line. */
export interface AskedPoint {
  line: number;
  column?: number | undefined;
}

/**
 * Finds the page and the column of a line of an article in the page record. Undefined if the record does not have the
 * article.
 */
export function placeOfLine(article: ReadArticle, record: PageRecord, asked: AskedPoint): LinePlace | undefined {
  const pages = record.articles.find(({ id }) => id === article.id);
  if (!pages) return undefined;
  const lines = linesWithoutQueries(article.file);
  const text = lineText(lines, asked.line);
  const first: LinePlace = { index: pages.firstIndex, folio: pages.first, line: asked.line, words: '' };
  if (asked.line <= frontMatterLines(lines.text)) return { ...first, isFront: true, words: text.trim() };
  const offset = offsetOfPoint(lines, { line: asked.line, column: asked.column ?? text.search(/\S|$/) + 1 });
  const read = withFolios(article, record);
  const passages = passagesOf(read, lines);
  const passage = passageAt(passages, offset);
  if (!passage) return first;

  const at = Math.max(passage.start, Math.min(offset, passage.end));
  const offsetOf = (place: RecordPlace): number | undefined => {
    const tree = { type: 'root' as const, children: noteOf(read, place.note)?.body ?? read.body.children };
    // Stanzas may have one place.
    const texts = blocksAt(tree, place).map((block) => setText(block, lines));
    const text = texts.find((one) => hasWords(one, place)) ?? texts[0];
    return text && sourceOffset(text, place);
  };
  const found = (at: number): Partial<ColumnOfPage> =>
    passage.note
      ? placeInNote(passage.note, at, record, offsetOf)
      : (placeOfFloat(article.id, passage, at, record, offsetOf) ?? placeInText(article.id, at, record, offsetOf));
  const line = lineAt(lines, at);
  const from = { ...first, ...found(at) };
  const lineEnd = offsetOfPoint(lines, { line, column: Number.POSITIVE_INFINITY });
  const to = { ...from, ...found(Math.max(at, Math.min(lineEnd, passage.end) - 1)) };
  const goesOn = asked.column === undefined && (to.index !== from.index || to.column !== from.column);
  return {
    ...from,
    ...(passage.note ? { note: passage.note.number } : {}),
    line,
    words: wordsFrom(setText(passage.block, lines), at),
    ...(goesOn ? { to: { index: to.index, folio: to.folio, ...(to.column ? { column: to.column } : {}) } } : {}),
  };
}

/** The offset in the manuscript of a place of the record, if it is there. */
type OffsetOf = (place: RecordPlace) => number | undefined;

/** The column of the text in which an offset is: the last one in reading order that begins before it. */
function placeInText(
  id: string,
  at: number,
  { pages, articles }: PageRecord,
  offsetOf: OffsetOf,
): Partial<ColumnOfPage> {
  const order = new Map(articles.map((article, i) => [article.id, i]));
  const own = order.get(id) ?? 0;
  const { firstIndex = 1, lastIndex = 1 } = articles[own] ?? {};
  let found: Partial<ColumnOfPage> = {};
  for (const { index, folio, columns, floats = [] } of pages.slice(firstIndex - 1, lastIndex))
    for (const [i, place] of columns.entries()) {
      const article = order.get(place.article) ?? -1;
      // A page without text has its first float in place of a column.
      if (article > own || floats.some((float) => isSame(float, place))) continue;
      if (article === own && (offsetOf(place) ?? Number.POSITIVE_INFINITY) > at) continue;
      found = { index, folio, column: place.number ?? i + 1 };
    }
  return found;
}

/** The place of a figure or table that floats, or of that part of a divided table in which an offset is. */
function placeOfFloat(
  id: string,
  { apart }: Passage,
  at: number,
  { pages }: PageRecord,
  offsetOf: OffsetOf,
): ColumnOfPage | undefined {
  let found: ColumnOfPage | undefined;
  for (const { index, folio, floats = [] } of apart ? pages : [])
    for (const place of floats) {
      const offset = place.article === id && !place.note ? offsetOf(place) : undefined;
      if (offset === undefined || !apart || offset < apart.start || offset >= apart.end) continue;
      if (!found || offset <= at) found = { index, folio, ...(place.number ? { column: place.number } : {}) };
    }
  return found;
}

function isSame(one: RecordPlace, other: RecordPlace): boolean {
  return one.article === other.article && one.line === other.line && one.column === other.column;
}

/** The page of a note, or of the part of it in which an offset is. */
function placeInNote(
  { id }: Note,
  at: number,
  { pages, notes }: PageRecord,
  offsetOf: OffsetOf,
): Partial<ColumnOfPage> {
  const parts = notes.find((note) => note.id === id)?.parts ?? [];
  const on = pages.filter(({ folio }) => folio !== '' && parts.includes(folio));
  let found = on[0];
  for (const page of on.slice(1)) {
    const begin = page.notes.find((place) => place.note === id);
    if (begin && (offsetOf(begin) ?? Number.POSITIVE_INFINITY) <= at) found = page;
  }
  return found ? { index: found.index, folio: found.folio } : {};
}

function noteOf({ notes }: Pick<Article, 'notes'>, id: string | undefined): Note | undefined {
  return id === undefined ? undefined : notes.find((note) => note.id === id);
}

/** A copy of an article in which references to pages have their folios, which count as words. */
export function withFolios(
  { body, notes }: Pick<Article, 'body' | 'notes'>,
  { ids }: Pick<PageRecord, 'ids'>,
): Pick<Article, 'body' | 'notes'> {
  const copy = structuredClone({ body, notes });
  for (const children of [copy.body.children, ...copy.notes.map((note) => note.body)])
    visit({ type: 'root', children }, 'element', (element) => {
      const folio = folioIn(element, ids);
      if (folio !== undefined) element.children = [{ type: 'text', value: folio }];
    });
  return copy;
}

/** The number of lines of the front matter, with those that mark it. */
export function frontMatterLines(text: string): number {
  const front = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/.exec(text.replace(/^\uFEFF/, ''));
  return front ? front[0].split('\n').length : 0;
}
