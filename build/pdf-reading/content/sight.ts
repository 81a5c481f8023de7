import { trueAt, valueAt } from '../file/objects.ts';
import { type Box, boxOf, type Page } from '../pages.ts';
import { boxThrough, times } from './matrix.ts';
import type { PaintedImage, PaintedPath, PaintedShading, PaintedText, Watcher } from './painted.ts';
import { isTransparent, type State, within } from './state.ts';
import { sameTone, toneOf } from './tone.ts';

/** Why text that a page paints cannot be seen. */
export type Unseen = 'beyond' | 'clipped' | 'clear' | 'tone' | 'covered' | 'small' | 'missing' | 'unpainted';

/** Glyphs of a text that are seen alike: the first of them, the one after their last, and what they cover: from the baseline on, as high as a small letter. */
export interface Seen {
  from: number;
  to: number;
  box: Box;
  why: Unseen | undefined;
}

/** Watches what pages paint, and says of each text whether it is seen: inside the page and all clips, and unlike what lies below. */
export interface Sight {
  /** For what is painted beside texts. */
  watcher: Pick<Watcher, 'page' | 'path' | 'image' | 'shading'>;
  look(shown: PaintedText): Seen[];
}

/** Heights in ems, from the baseline: what must be on the page is nearly all of a letter; in a box, as that may be as high as its letters, the body of a small one. */
const onPage = [-0.15, 0.6] as const;
const core = [0.02, 0.42] as const;
/** Of a letter that is set for show, in points, which may bleed: its middle. */
const display = 48;
const middle = [0.3, 0.4] as const;
/** Points; no reader reads what is smaller. */
const leastSize = 2;
const leastAlpha = 0.05;
/** Points by which all is rounded. */
const slack = 0.3;
/** Points; what is smaller is no ground that words stand on, and hides none. */
const leastGround = 2;

/** `cover` is called with what is painted over all that was painted before. */
export function watchSight(cover: (box: Box) => void): Sight {
  let trim: Box = [-Infinity, -Infinity, Infinity, Infinity];
  let grounds: { box: Box; tone: readonly number[] | undefined }[] = [];
  const isGround = ([left, bottom, right, top]: Box) => right - left > leastGround && top - bottom > leastGround;
  const lay = (whole: Box, state: State, tone: readonly number[] | undefined, isWhole: boolean) => {
    const box = within(state.clip, whole);
    if (!isGround(box) || isFaint(state)) return;
    const isOpaque = isWhole && !isTransparent(state) && state.groupBlend === 'Normal' && state.groupAlpha === 1;
    grounds.push({ box, tone: isOpaque ? tone : undefined });
    if (isOpaque) cover(box);
  };
  return {
    watcher: {
      page(page: Page) {
        trim = boxOf(page, 'TrimBox') ?? boxOf(page, 'CropBox') ?? boxOf(page, 'MediaBox') ?? trim;
        grounds = [];
      },
      path: ({ box, state, isRectangle, fills }: PaintedPath) => {
        if (fills) lay(box, state, toneOf(state.fill), isRectangle && !state.fill.pattern);
      },
      image: ({ dict, stream, state }: PaintedImage) => {
        const { matrix } = state;
        const isUpright = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
        const isWhole = stream !== undefined && !valueAt(dict, 'SMask') && !valueAt(dict, 'Mask');
        lay(boxThrough(matrix, [0, 0, 1, 1]), state, undefined, isUpright && isWhole && !trueAt(dict, 'ImageMask'));
      },
      shading: ({ state }: PaintedShading) => lay(trim, state, undefined, false),
    },
    look(shown) {
      const { state, text, font, codes } = shown;
      const matrix = times(text, state.matrix);
      const size = state.fontSize;
      const boxOfGlyphs = (from: number, to: number, [low, high]: readonly [number, number] = core) =>
        boxThrough(matrix, [from, low * size, to, high * size]);
      const end = widthOf(shown, codes.length);
      const box = boxOfGlyphs(0, end);
      const all = (why: Unseen | undefined): Seen[] => [{ from: 0, to: codes.length, box, why }];
      if (state.textMode === 3) return all('unpainted');
      if (isFaint(state)) return all('clear');
      const painted = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
      if (painted < leastSize) return all('small');
      const [upright, share] = painted >= display ? [middle, 0.45] : [onPage, 0.1];
      const isMissing = font !== undefined && codes.some((code) => font.isMissing(code));
      const isInside = holds(trim, boxOfGlyphs(0, end, upright)) && (!state.clip || holds(state.clip, box));
      if (isInside && !isMissing) return all(isLikeGround(box, state) ? 'tone' : undefined);
      const parts: Seen[] = [];
      let to = 0;
      for (const [i, code] of codes.entries()) {
        const from = to;
        to = widthOf(shown, i + 1);
        // White beside a glyph may be cut off.
        const inset = (to - from) * share;
        const glyph = boxOfGlyphs(from + inset, to - inset);
        const why = !holds(trim, boxOfGlyphs(from + inset, to - inset, upright))
          ? 'beyond'
          : state.clip && !holds(state.clip, glyph)
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

  /** Whether text is painted in the tone of what lies right below it. What that is can be told of paper and of areas of one colour. */
  function isLikeGround([left, bottom, right, top]: Box, state: State): boolean {
    if (state.textMode % 4 !== 0) return false;
    const tone = toneOf(state.fill);
    if (!tone) return false;
    // Signs at both ends may hang over.
    const hang = Math.min((right - left) / 4, top - bottom);
    const box: Box = [left + hang, bottom, right - hang, top];
    for (let i = grounds.length - 1; i >= 0; i--) {
      const ground = grounds[i] as (typeof grounds)[number];
      if (holds(ground.box, box)) return ground.tone !== undefined && sameTone(tone, ground.tone);
      if (meets(ground.box, box)) return false;
    }
    return sameTone(tone, [1, 1, 1]);
  }
}

/** How far the first glyphs of a text reach: to where the next begins, or by the font’s widths. */
function widthOf({ codes, steps, font, state }: PaintedText, count: number): number {
  const stepped = steps !== undefined && steps.length === codes.length - 1;
  let width = 0;
  for (let i = 0; i < count; i++) {
    const step = stepped ? steps[i] : undefined;
    width += step ?? ((font?.width(codes[i] ?? 0) ?? 500) / 1000) * state.fontSize;
  }
  return width;
}

function isFaint({ fillAlpha, strokeAlpha, textMode, groupAlpha }: State): boolean {
  return (textMode % 4 === 1 ? strokeAlpha : fillAlpha) * groupAlpha < leastAlpha;
}

const holds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] + slack &&
  outer[1] <= inner[1] + slack &&
  outer[2] >= inner[2] - slack &&
  outer[3] >= inner[3] - slack;

/** Whether two boxes share more than their edges. */
export const meets = (one: Box, other: Box): boolean =>
  Math.min(one[2], other[2]) > Math.max(one[0], other[0]) && Math.min(one[3], other[3]) > Math.max(one[1], other[1]);

const around = (one: Box, other: Box): Box => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];
