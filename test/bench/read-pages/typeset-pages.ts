import { type ColumnEdges, findColumns } from './columns.ts';
import { findFaces, kindOf, type TextFaces } from './faces-of-text.ts';
import { type Line, linesOf } from './lines.ts';
import { type PaintedPage, paintedPages } from './painted-glyphs.ts';

/** A column of a page: what stands above its notes, and its notes. */
export interface TypesetColumn extends ColumnEdges {
  lines: Line[];
  notes: Line[];
  /** The lowest ink above the notes: that of letters, of a picture or of a table’s rule. */
  bottom: number;
  /** The line that stands lowest above the notes, unless a picture stands lower. */
  last: Line | undefined;
}

/** A page of an article. */
export interface TypesetPage {
  number: number;
  folio: string;
  columns: TypesetColumn[];
  /** All lines of notes, column by column; these columns may be others than those of the text. */
  notes: Line[];
  noteColumns: readonly ColumnEdges[];
  /** True if an article ends on it. */
  ends: boolean;
}

/** The articles of a PDF, as their pages show them. */
export interface Typeset {
  faces: TextFaces;
  /** From one baseline of the text to the next, in points. */
  leading: number;
  /** Each article’s pages. */
  articles: TypesetPage[][];
}

/** The share of the size by which the body of letters, as programs select it, reaches above the baseline, and below it. */
export const ascent = 1;
export const descent = 0.3;

/** So many lines of full width make a page one of text; a title page or a list of contents has fewer. */
const leastLines = 5;

/** Reads the articles of a PDF from any producer. Each begins with a page that has a title and text; what stands before the first is left out. */
export async function typesetPages(pdf: Uint8Array, given?: TextFaces): Promise<Typeset> {
  const painted = await paintedPages(pdf);
  const faces = given ?? findFaces(painted);
  const textColumns = findColumns(painted, (glyph) => kindOf(glyph, faces) === 'text');
  const noteColumns = findColumns(painted, (glyph) => kindOf(glyph, faces) === 'note');
  const read = painted.map((page) => {
    const columns = edgesOf(textColumns[page.number % 2] ?? []);
    const notes = notesAmong(linesOf(page, noteColumns[page.number % 2] ?? [], faces), faces);
    const isNote = ({ kind, y, left }: Line) =>
      kind === 'note' || notes.some((note) => note.y === y && note.left === left);
    const lines = linesOf(page, columns, faces).filter((line) => !isNote(line));
    return { page, columns, lines, notes };
  });
  fitEdges(read.flatMap(({ columns, lines }) => lines.map((line) => ({ line, edges: columns[line.column] }))));
  const all = read.flatMap(({ lines, notes }) => [...lines.filter(isText), ...notes]);
  const foot = Math.min(...all.filter(({ text }) => !/^\d+$/.test(text)).map(({ y }) => y)) - 1;
  const articles: TypesetPage[][] = [];
  for (const { page, columns, lines, notes } of read) {
    const above = lines.filter(({ y, text }) => y > foot && !(/^\d+$/.test(text) && y < foot + 2));
    const isFull = (line: Line) => isText(line) && line.right > (columns[line.column]?.right ?? 0) - 1.5;
    const full = above.filter(isFull).length;
    if (full >= leastLines && above.some(({ kind }) => kind === 'title')) articles.push([]);
    if (!above.some(isText) && notes.length === 0) continue;
    const parts = columns.map((edges, i) =>
      columnOf(
        page,
        edges,
        above.filter(({ column }) => column === i),
        notes,
      ),
    );
    articles.at(-1)?.push({
      number: page.number,
      folio: page.folio,
      columns: parts,
      notes: notes.filter((note) => parts.some((part) => part.notes.includes(note))),
      noteColumns: noteColumns[page.number % 2] ?? [],
      ends: false,
    });
  }
  for (const pages of articles) {
    const last = pages.at(-1);
    if (last) last.ends = true;
  }
  return { faces, leading: leadingOf(articles), articles };
}

/** True for the lines of an article’s text, in whatever size. */
export function isText({ kind }: Line): boolean {
  return kind === 'text' || kind === 'small';
}

/** The lines of notes, with those between and right above them that are mostly code. */
function notesAmong(lines: readonly Line[], faces: TextFaces): Line[] {
  const found = lines.filter(({ kind }) => kind === 'note');
  const isNear = (line: Line, other: Line) =>
    line.column === other.column && Math.abs(line.y - other.y) < 1.45 * faces.notes;
  for (let more = true; more; ) {
    const near = lines.filter(
      (line) => line.kind === 'code' && !found.includes(line) && found.some((other) => isNear(line, other)),
    );
    found.push(...near);
    more = near.length > 0;
  }
  return lines.filter((line) => found.includes(line));
}

function edgesOf(columns: readonly ColumnEdges[]): ColumnEdges[] {
  return columns.map((edges) => ({ ...edges }));
}

/** Moves the edges of columns to where most lines of the text begin and end: what hangs stands outside of them. */
function fitEdges(lines: readonly { line: Line; edges: ColumnEdges | undefined }[]): void {
  const groups = new Map<string, { line: Line; edges: ColumnEdges }[]>();
  for (const { line, edges } of lines) {
    if (!edges || line.kind !== 'text') continue;
    const key = `${line.page % 2} ${line.column}`;
    groups.set(key, [...(groups.get(key) ?? []), { line, edges }]);
  }
  for (const group of groups.values()) {
    const left = mostFrequent(group.map(({ line }) => line.left));
    const right = innermostFrequent(group.map(({ line }) => line.right));
    for (const { edges } of group) Object.assign(edges, { left, right });
  }
}

function columnOf(page: PaintedPage, edges: ColumnEdges, lines: Line[], allNotes: readonly Line[]): TypesetColumn {
  const lowest = Math.min(...lines.filter((line) => isText(line) || line.kind === 'code').map(({ y }) => y));
  const notes = allNotes.filter(({ left, right, y }) => left < edges.right && right > edges.left && y < lowest);
  const top = notes[0] ? notes[0].y + ascent * notes[0].size : 0;
  const above = lines.filter(({ y }) => y > top);
  const highest = Math.max(...lines.map(({ y }) => y));
  const boxes = page.boxes.filter(
    ([left, bottom, right, high]) =>
      high - bottom > 6 && bottom > top && high < highest + 20 && left < edges.right - 10 && right > edges.left + 10,
  );
  // What lies behind text is a ground.
  const pictures = boxes.filter(
    ([left, bottom, right, high]) =>
      !lines.some((line) => isText(line) && line.y > bottom && line.y < high && line.left > left && line.left < right),
  );
  const last = above.reduce<Line | undefined>((low, line) => (!low || line.y < low.y ? line : low), undefined);
  const letters = last ? last.y - descent * last.size : Infinity;
  const picture = Math.min(...pictures.map(([, bottom]) => bottom));
  return {
    ...edges,
    lines: above,
    notes,
    bottom: Math.min(letters, picture),
    last: picture < letters - 2 ? undefined : last,
  };
}

function leadingOf(articles: readonly TypesetPage[][]): number {
  const steps = articles.flat().flatMap(({ columns }) =>
    columns.flatMap(({ lines }) => {
      const text = lines.filter(({ kind }) => kind === 'text');
      return text.slice(1).map((line, i) => (text[i]?.y ?? 0) - line.y);
    }),
  );
  return mostFrequent(steps);
}

/** The value that occurs most, to a quarter of a point. */
function mostFrequent(values: readonly number[]): number {
  return byFrequency(values)[0]?.mean ?? 0;
}

/** The least of the values that occur often: where hyphens hang, nearly as many lines end at their outer edge. */
function innermostFrequent(values: readonly number[]): number {
  const all = byFrequency(values);
  const often = all.filter(({ count }) => count > 0.3 * (all[0]?.count ?? 0));
  return Math.min(...often.map(({ mean }) => mean));
}

function byFrequency(values: readonly number[]): { mean: number; count: number }[] {
  const groups = new Map<number, number[]>();
  for (const value of values) {
    const key = Math.round(value * 4);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()]
    .map((group) => ({ mean: group.reduce((sum, value) => sum + value, 0) / group.length, count: group.length }))
    .sort((a, b) => b.count - a.count);
}
