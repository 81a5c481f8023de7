import { trueAt, valueAt } from '../file/objects.ts';
import { boxOf, type PdfPage, type Rectangle } from '../pages.ts';
import { type GraphicsState, intersectionOf, isTransparent } from './graphics-state.ts';
import { times, transformBox } from './matrix.ts';
import type { PaintedImage, PaintedPath, PaintedShading, PaintedText, Watcher } from './painted.ts';
import { isSameRgb, rgbOf } from './rgb.ts';

/** The reason why text that a page paints cannot be seen. */
export type HiddenReason = 'beyond' | 'clipped' | 'clear' | 'tone' | 'covered' | 'small' | 'missing' | 'unpainted';

/**
 * Consecutive glyphs of a text that are visible, or hidden for the same reason: the index of the first, the index after
 * the last, and the area they cover: from the baseline to the height of a small letter.
 */
export interface GlyphRange {
  from: number;
  to: number;
  box: Rectangle;
  why: HiddenReason | undefined;
}

/**
 * A watcher that decides which text is visible: it lies inside the page and all clips, and differs from its background.
 */
export interface VisibilityTracker {
  /** Watches what is painted beside text. */
  watcher: Pick<Watcher, 'page' | 'path' | 'image' | 'shading'>;
  rangesOf(shown: PaintedText): GlyphRange[];
}

/**
 * Heights in ems, from the baseline. Nearly all of a letter must be on the page; only the body of a small letter must
 * be inside a clip, which may be as high as the letters.
 */
const onPage = [-0.15, 0.6] as const;
const core = [0.02, 0.42] as const;
/** Display type, from this size in points, may bleed: only its middle must be on the page. */
const display = 48;
const middle = [0.3, 0.4] as const;
/** Points; smaller text is unreadable. */
const minSize = 2;
const minAlpha = 0.05;
/** Points of tolerance for rounding. */
const tolerance = 0.3;
/** Points; a smaller area is not a background, and hides no text. */
const minGround = 2;

/** Tracks the visibility of text. `cover` is called with each area that hides what was painted there before. */
export function trackVisibility(cover: (box: Rectangle) => void): VisibilityTracker {
  let trim: Rectangle = [-Infinity, -Infinity, Infinity, Infinity];
  let grounds: { box: Rectangle; tone: readonly number[] | undefined }[] = [];
  const isGround = ([left, bottom, right, top]: Rectangle) => right - left > minGround && top - bottom > minGround;
  const lay = (whole: Rectangle, state: GraphicsState, tone: readonly number[] | undefined, isWhole: boolean) => {
    const box = intersectionOf(state.clip, whole);
    if (!isGround(box) || isFaint(state)) return;
    const isOpaque = isWhole && !isTransparent(state) && state.groupBlend === 'Normal' && state.groupAlpha === 1;
    grounds.push({ box, tone: isOpaque ? tone : undefined });
    if (isOpaque) cover(box);
  };
  return {
    watcher: {
      page(page: PdfPage) {
        trim = boxOf(page, 'TrimBox') ?? boxOf(page, 'CropBox') ?? boxOf(page, 'MediaBox') ?? trim;
        grounds = [];
      },
      path: ({ box, state, isRectangle, fills }: PaintedPath) => {
        if (fills) lay(box, state, rgbOf(state.fill), isRectangle && !state.fill.pattern);
      },
      image: ({ dict, stream, state }: PaintedImage) => {
        const { matrix } = state;
        const isUpright = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
        const isWhole = stream !== undefined && !valueAt(dict, 'SMask') && !valueAt(dict, 'Mask');
        lay(transformBox(matrix, [0, 0, 1, 1]), state, undefined, isUpright && isWhole && !trueAt(dict, 'ImageMask'));
      },
      shading: ({ state }: PaintedShading) => lay(trim, state, undefined, false),
    },
    rangesOf(shown) {
      const { state, text, font, codes } = shown;
      const matrix = times(text, state.matrix);
      const size = state.fontSize;
      const boxOfGlyphs = (from: number, to: number, [low, high]: readonly [number, number] = core) =>
        transformBox(matrix, [from, low * size, to, high * size]);
      const end = widthOf(shown, codes.length);
      const box = boxOfGlyphs(0, end);
      const all = (why: HiddenReason | undefined): GlyphRange[] => [{ from: 0, to: codes.length, box, why }];
      if (state.textMode === 3) return all('unpainted');
      if (isFaint(state)) return all('clear');
      const painted = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
      if (painted < minSize) return all('small');
      const [upright, share] = painted >= display ? [middle, 0.45] : [onPage, 0.1];
      const isMissing = font !== undefined && codes.some((code) => font.isMissing(code));
      const isInside = holds(trim, boxOfGlyphs(0, end, upright)) && (!state.clip || holds(state.clip, box));
      if (isInside && !isMissing) return all(isLikeGround(box, state) ? 'tone' : undefined);
      const parts: GlyphRange[] = [];
      let to = 0;
      for (const [i, code] of codes.entries()) {
        const from = to;
        to = widthOf(shown, i + 1);
        // White space beside a glyph may be cut off.
        const inset = (to - from) * share;
        const glyph = boxOfGlyphs(from + inset, to - inset);
        const why = !holds(trim, boxOfGlyphs(from + inset, to - inset, upright))
          ? 'beyond'
          : state.clip && !isMark(font, code) && !holds(state.clip, glyph)
            ? 'clipped'
            : font?.isMissing(code)
              ? 'missing'
              : isLikeGround(glyph, state)
                ? 'tone'
                : undefined;
        const last = parts.at(-1);
        if (last && last.why === why) {
          last.to = i + 1;
          last.box = around(last.box, glyph);
        } else parts.push({ from: i, to: i + 1, box: glyph, why });
      }
      return parts;
    },
  };

  /** True if text is painted in the colour of its background. That is known on paper and on areas of one colour. */
  function isLikeGround([left, bottom, right, top]: Rectangle, state: GraphicsState): boolean {
    if (state.textMode % 4 !== 0) return false;
    const tone = rgbOf(state.fill);
    if (!tone) return false;
    // Punctuation at both ends may hang over.
    const hang = Math.min((right - left) / 4, top - bottom);
    const box: Rectangle = [left + hang, bottom, right - hang, top];
    for (let i = grounds.length - 1; i >= 0; i--) {
      const ground = grounds[i] as (typeof grounds)[number];
      if (holds(ground.box, box)) return ground.tone !== undefined && isSameRgb(tone, ground.tone);
      if (overlaps(ground.box, box)) return false;
    }
    return isSameRgb(tone, [1, 1, 1]);
  }
}

/** True for a glyph without a width: a mark that stands on or below its letter, which is the one to be looked at. */
function isMark(font: PaintedText['font'], code: number): boolean {
  return font?.width(code) === 0;
}

/**
 * Returns the width of the first glyphs of a text: up to the beginning of the next one if that is known, else by the
 * font’s widths.
 */
function widthOf({ codes, steps, font, state }: PaintedText, count: number): number {
  const stepped = steps !== undefined && steps.length === codes.length - 1;
  let width = 0;
  for (let i = 0; i < count; i++) {
    const step = stepped ? steps[i] : undefined;
    width += step ?? ((font?.width(codes[i] ?? 0) ?? 500) / 1000) * state.fontSize;
  }
  return width;
}

function isFaint({ fillAlpha, strokeAlpha, textMode, groupAlpha }: GraphicsState): boolean {
  return (textMode % 4 === 1 ? strokeAlpha : fillAlpha) * groupAlpha < minAlpha;
}

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  outer[0] <= inner[0] + tolerance &&
  outer[1] <= inner[1] + tolerance &&
  outer[2] >= inner[2] - tolerance &&
  outer[3] >= inner[3] - tolerance;

/** True if two rectangles share more than their edges. */
export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  Math.min(one[2], other[2]) > Math.max(one[0], other[0]) && Math.min(one[3], other[3]) > Math.max(one[1], other[1]);

const around = (one: Rectangle, other: Rectangle): Rectangle => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];
