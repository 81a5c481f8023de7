import { glyphPlaces } from './content/glyph-places.ts';
import type { MarkedSequence } from './content/marked-sequence.ts';
import { times, transformBox, transformPoint } from './content/matrix.ts';
import type { PaintedText, Watcher } from './content/painted.ts';
import type { Rectangle } from './pages.ts';

/** A character of a page as it was painted, or some that stand in place of one glyph. */
export interface PageSign {
  text: string;
  /** From below the baseline to the height of a capital; points of the page. */
  box: Rectangle;
  /** The middle of its letters, by which it is in an area or not. */
  middle: readonly [x: number, y: number];
  size: number;
}

/** The most signs that are read of a page; what has more is not a page of text. */
const maxSigns = 200_000;

/**
 * Collects the signs of pages in the order of painting, which is that of the text, without artifacts: running heads,
 * folios, the sheets of a proof.
 */
export function collectSigns(): { pages: Map<number, PageSign[]>; watcher: Watcher } {
  const pages = new Map<number, PageSign[]>();
  let signs: PageSign[] = [];
  let replaced: { mark: MarkedSequence; from: number } | undefined;
  const settle = () => {
    if (replaced) replaceSigns(signs, replaced.from, replaced.mark.actualText ?? '');
    replaced = undefined;
  };
  const watcher: Watcher = {
    page({ number }) {
      settle();
      signs = [];
      pages.set(number, signs);
    },
    text(shown) {
      if (shown.marks.some(({ tag }) => tag === 'Artifact') || signs.length > maxSigns) return;
      const mark = shown.marks.findLast(({ actualText }) => actualText !== undefined);
      if (mark !== replaced?.mark) {
        settle();
        if (mark) replaced = { mark, from: signs.length };
      }
      for (const sign of signsOf(shown)) signs.push(sign);
    },
    end: settle,
  };
  return { pages, watcher };
}

function signsOf(shown: PaintedText): PageSign[] {
  const { codes, font, state, text } = shown;
  const matrix = times(text, state.matrix);
  const { spans } = glyphPlaces(shown);
  const size = Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]);
  const [low, high] = [state.rise - 0.22 * state.fontSize, state.rise + 0.75 * state.fontSize];
  return codes.map((code, i): PageSign => {
    const [from, to] = spans[i] ?? [0, 0];
    const sign = font?.unicode?.get(code) ?? (font?.type === 'Type0' ? '\ufffd' : String.fromCharCode(code));
    return {
      text: printed(sign),
      box: transformBox(matrix, [from, low, to, high]),
      middle: transformPoint(matrix, (from + to) / 2, state.rise + 0.25 * state.fontSize),
      size,
    };
  });
}

/** A character as it is reported: codes without one have none. */
function printed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are left out.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/**
 * Puts the text that replaces glyphs in their place: sign by sign where there are as many, else in parts of their line,
 * from the right if its letters are written so.
 */
function replaceSigns(signs: PageSign[], from: number, text: string): void {
  const old = signs.splice(from);
  const [first] = old;
  const characters = [...text];
  if (!first || characters.length === 0) return;
  if (characters.length === old.length && !rightToLeft.test(text)) {
    for (const [i, one] of old.entries()) signs.push({ ...one, text: characters[i] as string });
    return;
  }
  const left = Math.min(...old.map(({ box }) => box[0]));
  const right = Math.max(...old.map(({ box }) => box[2]));
  const [bottom, top] = [Math.min(...old.map(({ box }) => box[1])), Math.max(...old.map(({ box }) => box[3]))];
  const step = (right - left) / characters.length;
  for (const [i, character] of characters.entries()) {
    const at = rightToLeft.test(text) ? right - (i + 1) * step : left + i * step;
    signs.push({
      text: character,
      box: [at, bottom, at + step, top],
      middle: [at + step / 2, first.middle[1]],
      size: first.size,
    });
  }
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The text of signs, with spaces where they stand apart, and without the hyphens of divided words. */
export function textOfSigns(signs: readonly PageSign[]): string {
  let text = '';
  let before: PageSign | undefined;
  for (const sign of signs) {
    const isSpace = /^\s*$/.test(sign.text);
    if (before && !isSpace && !/\s$/.test(text) && !text.endsWith('\u00ad') && standsApart(before, sign)) text += ' ';
    text += sign.text;
    before = sign;
  }
  return text
    .replace(/\u00ad\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for a sign that begins another word than the one painted before it, by its place. */
export function standsApart(before: PageSign, sign: PageSign): boolean {
  return isOfOtherLine(before, sign) || gapBetween(before, sign) > 0.16 * Math.max(before.size, sign.size);
}

/** True for a sign that stands in another line than the one painted before it. */
export function isOfOtherLine(before: PageSign, sign: PageSign): boolean {
  return Math.abs(before.middle[1] - sign.middle[1]) > 0.8 * Math.max(before.size, sign.size);
}

/** The gap between two signs of a line, whichever of them stands first; points. */
export function gapBetween({ box: one }: Pick<PageSign, 'box'>, { box: other }: Pick<PageSign, 'box'>): number {
  return Math.max(other[0] - one[2], one[0] - other[2]);
}
