import type { PaintedText, Watcher } from '../../pdf-reading/content/painted.ts';
import { watchSight } from '../../pdf-reading/content/sight.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { boxOf } from '../../pdf-reading/pages.ts';
import type { Pdf } from '../../pdf-reading/read-pdf.ts';
import { contentKey } from '../../pdf-reading/tags.ts';
import { coverTexts, type Glyphs, seenPieces } from './seen-pieces.ts';
import type { Crossing, PaintedPiece, UnseenText } from './spot.ts';

export { isElsewhere, type PaintedPiece } from './spot.ts';

/** The texts of a file as they can be seen. */
export interface PaintedTexts {
  /** By the keys of what a tag may have. */
  marked: ReadonlyMap<string, PaintedPiece[]>;
  /** Of each page, in the order of painting; a piece belongs to one tag. */
  pages: PaintedPiece[][];
  /** What is painted and cannot be seen. */
  unseen: UnseenText[];
  /** Texts that stand on others. */
  crossings: Crossing[];
}

/** The text of a file. Throws {@link Unreadable}. */
export function textsOf({ pages }: Pick<Pdf, 'pages'>): PaintedTexts {
  const { texts, watcher } = collectTexts();
  walkPages(pages, [watcher]);
  return texts;
}

/** Texts left and right of the fold of each side of a sheet. */
export type Halves = [left: PaintedPiece[], right: PaintedPiece[]][];

/** Collects the text of sheets whose sides have two pages, left and right of the fold in the middle. It is complete when all pages were gone through. */
export function collectHalves(): { halves: Halves; watcher: Watcher } {
  const both = [collectTexts(), collectTexts()] as const;
  const [left, right] = both.map(({ watcher }) => watcher) as [Watcher, Watcher];
  const halves: Halves = [];
  let fold = 0;
  const watcher: Watcher = {
    page(page) {
      const [from, , to] = boxOf(page, 'TrimBox') ?? boxOf(page, 'MediaBox') ?? [0, 0, 0, 0];
      fold = (from + to) / 2;
      for (const one of [left, right]) one.page?.(page);
      halves.push([both[0].texts.pages.at(-1) ?? [], both[1].texts.pages.at(-1) ?? []]);
    },
    text: (shown) => (shown.at[0] < fold ? left : right).text?.(shown),
    path: (shown) => {
      for (const one of [left, right]) one.path?.(shown);
    },
    image: (shown) => {
      for (const one of [left, right]) one.image?.(shown);
    },
    end: () => {
      for (const one of [left, right]) one.end?.();
    },
  };
  return { halves, watcher };
}

/**
 * Collects the text of a file as its fonts say what it is, and as it says itself where it puts words for glyphs (ActualText); what cannot be seen by itself. It is complete when all
 * pages were gone through.
 */
export function collectTexts(): { texts: PaintedTexts; watcher: Watcher } {
  const texts = {
    marked: new Map<string, PaintedPiece[]>(),
    pages: [] as PaintedPiece[][],
    unseen: [] as UnseenText[],
    crossings: [] as Crossing[],
  };
  let glyphs: Glyphs[] = [];
  const sight = watchSight((box) => coverTexts(glyphs, box));
  const finish = () => {
    if (texts.pages.length > 0) seenPieces(glyphs, texts.pages.length, texts);
    glyphs = [];
  };
  const watcher: Watcher = {
    ...sight.watcher,
    page(page) {
      finish();
      texts.pages.push([]);
      sight.watcher.page?.(page);
    },
    text(shown) {
      const said = shown.marks.findLast(({ actualText }) => actualText !== undefined);
      const mark = shown.marks.findLast(({ id }) => id !== undefined);
      const decorates = !mark || shown.marks.some(({ tag }) => tag === 'Artifact');
      const key = decorates ? undefined : contentKey(mark.row, mark.id);
      const [a, b] = shown.state.matrix;
      const size = shown.state.fontSize * Math.hypot(a, b);
      const signs = textOf(shown);
      for (const { from, to, box, why } of sight.look(shown))
        glyphs.push({
          text: (to - from < signs.length ? signs.slice(from, to) : signs).join(''),
          key,
          mark,
          said,
          box,
          why,
          size,
          ...spotsOf(shown, from, to),
        });
    },
    end: finish,
  };
  return { texts, watcher };
}

/** What each code of a text means. */
function textOf({ font, codes }: PaintedText): string[] {
  return codes.map(
    (code) => font?.unicode?.get(code) ?? (font?.type === 'Type0' ? '\ufffd' : String.fromCharCode(code)),
  );
}

/** Where the first of some glyphs stands, and the last. */
function spotsOf({ at, steps, text, state }: PaintedText, from: number, to: number): Pick<Glyphs, 'start' | 'end'> {
  const [a, b, c, d] = state.matrix;
  const spot = (glyph: number) => {
    let along = 0;
    for (let i = 0; i < glyph; i++) along += steps?.[i] ?? 0;
    const [x, y] = [text[0] * along, text[1] * along];
    return [at[0] + a * x + c * y, at[1] + b * x + d * y] as const;
  };
  return { start: spot(from), end: spot(to - 1) };
}
