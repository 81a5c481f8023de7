import type { Mark } from '../pdf/marks.ts';
import { boxOf, type Page } from '../pdf/pages.ts';
import type { PaintedText, Watcher } from '../pdf/painted.ts';
import type { Pdf } from '../pdf/read-pdf.ts';
import { contentKey } from '../pdf/tags.ts';
import { walkPages } from '../pdf/walk.ts';

/** Where text is on a page: in points, with the size it is set in. */
interface Spot {
  page: number;
  x: number;
  y: number;
  size: number;
}

/** A piece of text as it was painted, with where it begins and ends. */
export interface PaintedPiece {
  text: string;
  from: Spot;
  to: Spot;
  /** Of what a tag may have: the row of its page or form in the parent tree, and its number in it. */
  key?: string;
}

/** Where text is that was painted in one go. */
export interface PaintedTexts {
  /** By their keys. */
  marked: ReadonlyMap<string, PaintedPiece[]>;
  /** Of each page, in the order of painting; a piece belongs to one tag. */
  pages: PaintedPiece[][];
}

/** Whether text goes on in another line, column or page than the text before it. A note’s call is raised, and still in its line. */
export function isElsewhere(before: Spot, after: Spot): boolean {
  if (before.page !== after.page) return true;
  const size = Math.max(before.size, after.size, 1);
  return Math.abs(after.y - before.y) > size * 0.8 || after.x < before.x - size;
}

/** The text of a file. Throws {@link Unreadable}. */
export function textsOf({ pages }: Pick<Pdf, 'pages'>): PaintedTexts {
  const { texts, watcher } = collectTexts();
  walkPages(pages, [watcher]);
  return texts;
}

/** The text of a sheet’s side that has two pages, left and right of the fold in its middle. */
export function halvesOf({ pages }: Pick<Pdf, 'pages'>): [left: PaintedPiece[], right: PaintedPiece[]][] {
  const halves = [collectTexts(), collectTexts()] as const;
  let fold = 0;
  walkPages(pages, [
    {
      page(page) {
        const [left, , right] = boxOf(page, 'TrimBox') ?? boxOf(page, 'MediaBox') ?? [0, 0, 0, 0];
        fold = (left + right) / 2;
        for (const { watcher } of halves) watcher.page?.(page);
      },
      text: (shown) => halves[shown.at[0] < fold ? 0 : 1].watcher.text?.(shown),
    },
  ]);
  const [left, right] = halves.map(({ texts }) => texts.pages);
  return pages.map((_, i) => [left?.[i] ?? [], right?.[i] ?? []]);
}

/** Collects the text of a file as its fonts say what it is, and as it says itself where it puts words for glyphs (ActualText). */
export function collectTexts(): { texts: PaintedTexts; watcher: Watcher } {
  const marked = new Map<string, PaintedPiece[]>();
  const pages: PaintedPiece[][] = [];
  let said: object | undefined;
  let last: Mark | undefined;
  const watcher: Watcher = {
    page: () => void pages.push([]),
    text(shown) {
      const instead = shown.marks.findLast(({ actualText }) => actualText !== undefined);
      const repeated = instead !== undefined && instead === said;
      said = instead;
      const text = instead ? (repeated ? '' : (instead.actualText ?? '')) : textOf(shown);
      const spot = spotOf(shown);
      const mark = shown.marks.findLast(({ id }) => id !== undefined);
      const decorates = !mark || shown.marks.some(({ tag }) => tag === 'Artifact');
      const key = decorates ? undefined : contentKey(mark.row, mark.id);
      const piece = { text, from: spot, to: spot, ...(key === undefined ? {} : { key }) };
      const page = pages.at(-1) as PaintedPiece[];
      if (mark === last && key === page.at(-1)?.key && !(mark === undefined && isApart(page.at(-1), spot)))
        join(page, piece);
      else page.push({ ...piece });
      last = mark;
      if (key === undefined) return;
      const list = marked.get(key) ?? [];
      marked.set(key, list);
      join(list, piece);
    },
  };
  return { texts: { marked, pages }, watcher };
}

/** Whether text without tags begins farther right than behind the widest glyph, as in the next cell of a table. */
function isApart(before: PaintedPiece | undefined, { x, size }: Spot): boolean {
  return before !== undefined && x - before.to.x > Math.max(before.to.size, size) * 1.25;
}

function join(list: PaintedPiece[], piece: PaintedPiece): void {
  const last = list.at(-1);
  if (last && !isElsewhere(last.to, piece.from)) {
    last.text += piece.text;
    last.to = piece.to;
  } else list.push({ ...piece });
}

function textOf({ font, codes }: PaintedText): string {
  return codes
    .map((code) => font?.unicode?.get(code) ?? (font?.type === 'Type0' ? '\ufffd' : String.fromCharCode(code)))
    .join('');
}

function spotOf({ page, at, state }: PaintedText): Spot {
  const [a, b] = state.matrix;
  return { page: (page as Page).number, x: at[0], y: at[1], size: state.fontSize * Math.hypot(a, b) };
}
