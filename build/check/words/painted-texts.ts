import { glyphPlaces } from '../../pdf-reading/content/glyph-places.ts';
import type { PaintedText, Watcher } from '../../pdf-reading/content/painted.ts';
import { trackVisibility } from '../../pdf-reading/content/visibility.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { boxOf } from '../../pdf-reading/pages.ts';
import type { Pdf } from '../../pdf-reading/read-pdf.ts';
import { contentKey } from '../../pdf-reading/tags.ts';
import type { HiddenText, OverlappingTexts, PaintedPiece } from './painted-piece.ts';
import { collectVisiblePieces, markCovered, type PaintedGlyphs } from './visible-pieces.ts';

export { type PaintedPiece, startsNewLine } from './painted-piece.ts';

/** The visible texts of a file. */
export interface PaintedTexts {
  /** By the keys of marked content. */
  marked: ReadonlyMap<string, PaintedPiece[]>;
  /** The pieces of each page, in the order of painting; a piece belongs to one tag. */
  pages: PaintedPiece[][];
  /** Texts that are painted and cannot be seen. */
  hidden: HiddenText[];
  /** Texts that are painted over others. */
  overlaps: OverlappingTexts[];
}

/** Returns the text of a file. Throws {@link Unreadable}. */
export function paintedTextsOf({ pages }: Pick<Pdf, 'pages'>): PaintedTexts {
  const { texts, watcher } = collectTexts();
  walkPages(pages, [watcher]);
  return texts;
}

/** The texts left and right of the fold of each side of a sheet. */
export type SheetHalves = [left: PaintedPiece[], right: PaintedPiece[]][];

/**
 * Collects the text of sheets whose sides have two pages, left and right of the fold in the middle. It is complete
 * after all pages were walked.
 */
export function collectHalves(): { halves: SheetHalves; watcher: Watcher } {
  const both = [collectTexts(), collectTexts()] as const;
  const [left, right] = both.map(({ watcher }) => watcher) as [Watcher, Watcher];
  const halves: SheetHalves = [];
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
 * Collects the text of a file, by the ToUnicode maps of its fonts, or by ActualText if that replaces glyphs; hidden
 * text is collected separately. It is complete after all pages were walked.
 */
export function collectTexts(): { texts: PaintedTexts; watcher: Watcher } {
  const texts = {
    marked: new Map<string, PaintedPiece[]>(),
    pages: [] as PaintedPiece[][],
    hidden: [] as HiddenText[],
    overlaps: [] as OverlappingTexts[],
  };
  let glyphs: PaintedGlyphs[] = [];
  const sight = trackVisibility((box) => markCovered(glyphs, box));
  const finish = () => {
    if (texts.pages.length > 0) collectVisiblePieces(glyphs, texts.pages.length, texts);
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
      const replaced = shown.marks.findLast(({ actualText }) => actualText !== undefined);
      const mark = shown.marks.findLast(({ id }) => id !== undefined);
      const decorates = !mark || shown.marks.some(({ tag }) => tag === 'Artifact');
      const key = decorates ? undefined : contentKey(mark.row, mark.id);
      const [a, b] = shown.state.matrix;
      const size = shown.state.fontSize * Math.hypot(a, b);
      const signs = charactersOf(shown);
      for (const { from, to, box, why } of sight.rangesOf(shown))
        glyphs.push({
          text: (to - from < signs.length ? signs.slice(from, to) : signs).join(''),
          key,
          mark,
          replaced,
          box,
          why,
          size,
          ...endsOf(shown, from, to),
        });
    },
    end: finish,
  };
  return { texts, watcher };
}

/**
 * Returns the characters of each code of a text. Where a program moves on in place of a space, as TeX does, the letter
 * behind has one before it.
 */
function charactersOf({ font, codes, shifts }: PaintedText): string[] {
  const signs = codes.map(
    (code) => font?.unicode?.get(code) ?? (font?.type === 'Type0' ? '\ufffd' : String.fromCharCode(code)),
  );
  for (const [at, shift] of shifts ?? []) {
    const [before, sign] = [signs[at - 1], signs[at]];
    if (shift < -leastSpace && before && sign && !/\s$/.test(before) && !/^\s/.test(sign)) signs[at] = ` ${sign}`;
  }
  return signs;
}

/** How wide a gap between letters has to be for a space, in thousandths of the size. */
const leastSpace = 160;

/** Returns the positions of the first and the last of some glyphs. */
function endsOf(shown: PaintedText, from: number, to: number): Pick<PaintedGlyphs, 'start' | 'end'> {
  const { at, steps, shifts, text, state } = shown;
  const [a, b, c, d] = state.matrix;
  const spans = shifts && glyphPlaces(shown).spans;
  const spot = (glyph: number) => {
    let along = spans?.[glyph]?.[0] ?? 0;
    if (!spans) for (let i = 0; i < glyph; i++) along += steps?.[i] ?? 0;
    const [x, y] = [text[0] * along, text[1] * along];
    return [at[0] + a * x + c * y, at[1] + b * x + d * y] as const;
  };
  return { start: spot(from), end: spot(to - 1) };
}
