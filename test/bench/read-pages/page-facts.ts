import { type LineFacts, lineFacts } from './line-facts.ts';
import { isDivided } from './lines.ts';
import { type NoteFacts, noteFacts } from './note-facts.ts';
import { ascent, isText, type Typeset, type TypesetPage } from './typeset-pages.ts';

/** What a typographer counts on the pages of articles. Lengths are in points. */
export interface PageFacts extends LineFacts, NoteFacts {
  pages: number;
  leading: number;
  /** From the lowest ink of each column to the first line of notes, where the article goes on. */
  whites: number[];
  /** Words divided over a column, a page, and a leaf; those over a leaf are none of those over a page. */
  overColumns: number;
  overPages: number;
  overLeaves: number;
  /** The distances between the last lines of columns side by side, of pages where they differ. */
  uneven: number[];
  /** The lines a column on the last pages of articles. */
  lastPages: number[];
}

/** Points; feet that differ less are level. */
const level = 1;

/** Counts what there is on the pages of articles. */
export function pageFacts(typeset: Typeset): PageFacts {
  const pages = typeset.articles.flat();
  const facts: PageFacts = {
    ...lineFacts(typeset),
    ...noteFacts(typeset),
    pages: pages.length,
    leading: typeset.leading,
    whites: pages.filter(({ ends }) => !ends).flatMap(whitesOf),
    overColumns: 0,
    overPages: 0,
    overLeaves: 0,
    uneven: pages.flatMap(unevenness),
    lastPages: typeset.articles.flatMap((article) => linesEach(article.at(-1))),
  };
  for (const page of pages) {
    const columns = page.columns.filter(({ lines }) => lines.some(isText));
    for (const [i, { lines }] of columns.entries()) {
      if (!isDivided(lines.filter(isText).at(-1)?.text)) continue;
      if (i < columns.length - 1) facts.overColumns++;
      else if (isRecto(page)) facts.overLeaves++;
      else facts.overPages++;
    }
  }
  return facts;
}

function isRecto({ folio, number }: TypesetPage): boolean {
  return (/^\d+$/.test(folio) ? Number(folio) : number) % 2 === 1;
}

function isRunning(line: { kind: string }): boolean {
  return ['text', 'small', 'code'].includes(line.kind);
}

/**
 * The white above the notes of a page, of each column. Notes of the whole page stand below all its columns; else each column has its own, and one without
 * has no white.
 */
function whitesOf({ columns }: TypesetPage): number[] {
  const tops = columns.map(({ notes: [first] }) => (first ? first.y + ascent * first.size : -Infinity));
  const top = Math.max(...tops);
  if (top === -Infinity) return [];
  const filled = columns
    .map((column, i) => ({ column, top: tops[i] ?? 0 }))
    .filter(({ column }) => column.lines.length);
  const isOfPage = filled.every(({ column }) => column.bottom > top);
  return filled
    .filter((one) => isOfPage || one.top > -Infinity)
    .map(({ column, top: own }) => column.bottom - (isOfPage ? top : own));
}

/** Where columns end with figures or tables, their feet are not compared. */
function unevenness({ columns, ends }: TypesetPage): number[] {
  const feet = columns.map(({ last }) => (last && isRunning(last) ? last.y : undefined));
  if (ends || feet.length < 2 || feet.some((foot) => foot === undefined)) return [];
  const numbers = feet as number[];
  const by = Math.max(...numbers) - Math.min(...numbers);
  return by > level ? [by] : [];
}

function linesEach(page: TypesetPage | undefined): number[] {
  if (!page) return [];
  const lines = page.columns.reduce((sum, column) => sum + column.lines.filter(isText).length, 0);
  return [lines / page.columns.length];
}
