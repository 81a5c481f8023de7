import { type Colour, type ColourSpace, describeColour } from '../../../../pdf-reading/content/colour.ts';
import { textColours } from '../../../../pdf-reading/content/graphics-state.ts';
import { inksOf } from '../../../../pdf-reading/content/inks.ts';
import type { PaintedObject, PaintedPath, PaintedText } from '../../../../pdf-reading/content/painted.ts';
import { asDict, itemsAt, valueAt } from '../../../../pdf-reading/file/objects.ts';
import { filtersOf } from '../../../../pdf-reading/file/stream-data.ts';
import { maxInkOf, readProfile } from '../../../../pdf-reading/icc.ts';
import type { Pdf } from '../../../../pdf-reading/read-pdf.ts';
import type { Clause, ClauseReporter } from '../../clause.ts';
import { inkOverlap } from '../../ink-overlap.ts';
import { maxInkOfPicture } from '../../picture-ink.ts';

/** The limit of coated paper (ISO 12647-2, 4.3.2.3), which is the highest of all papers. */
const defaultLimit = 3.3;
/** Tolerance for rounding to 8 bits, in four inks. */
const rounding = 0.02;
/** Tolerance for single pixels at sharp edges of a JPEG, which deviate by some levels in each ink. */
const jpegTolerance = 0.15;

export const inkLimit: Clause = {
  rule: 'print-ink-limit',
  appliesTo: ['print'],
  check(pdf, { find }, { inkLimit }) {
    const limit = inkLimit ?? Math.min(defaultLimit, profileLimit(pdf) ?? defaultLimit);
    const expected = `at most ${percent(limit)}`;
    const right = new WeakMap<ColourSpace, string>();
    const look = (colour: Colour, on: PaintedObject) => {
      if (colour.pattern || colour.space.inks?.[0] === 'All') return;
      const key = colour.values.join(' ');
      if (right.get(colour.space) === key) return;
      const inks = inksOf(colour.space, colour.values);
      const sum = inks ? inks.reduce((total, ink) => total + ink, 0) : 0;
      if (sum <= limit + rounding) return void right.set(colour.space, key);
      find({ found: `${percent(sum)} of ink lie at one place: ${describeColour(colour)}`, expected, on });
    };
    const pictures = new WeakMap<object, number | undefined>();
    const overlap = inkOverlap();
    const lay = (colour: Colour, on: PaintedPath | PaintedText, overprints: boolean) => {
      const [x, y] = on.at;
      const together = overlap.lay(colour, isText(on) ? [x, y, x, y] : on.box, on.state, overprints, !isText(on));
      if (together !== undefined && together > limit + rounding && !(isText(on) && isBlank(on)))
        find({
          found: `Ink on ink amounts to ${percent(together)}: ${describeColour(colour)} over what is below`,
          expected,
          level: 'warning',
          on,
        });
    };
    return {
      page: overlap.page,
      text: (text) => {
        for (const colour of textColours(text.state)) look(colour, text);
        lay(text.state.fill, text, text.state.overprintFill);
      },
      path: (path) => {
        const { fill, stroke, overprintFill, overprintStroke } = path.state;
        if (path.fills) look(fill, path);
        if (path.strokes) look(stroke, path);
        if (path.fills) lay(fill, path, overprintFill);
        else lay(stroke, path, overprintStroke);
      },
      image: (image) => {
        const { stream, space } = image;
        if (!stream || !space) return;
        if (!pictures.has(stream)) pictures.set(stream, maxInkOfPicture(stream, space));
        const stray = filtersOf(stream.dict).includes('DCTDecode') ? jpegTolerance : rounding;
        reportPicture(pictures.get(stream), limit + stray, expected, image, { find });
      },
    };
  },
};

const isText = (on: PaintedPath | PaintedText): on is PaintedText => 'codes' in on;

/** True if a text consists of spaces. */
function isBlank({ font, codes }: PaintedText): boolean {
  return codes.every((code) => font?.unicode?.get(code)?.trim() === '');
}

function reportPicture(
  sum: number | undefined,
  limit: number,
  expected: string,
  on: PaintedObject,
  { find }: Pick<ClauseReporter, 'find'>,
): void {
  if (sum !== undefined && sum > limit)
    find({ found: `A picture has ${percent(sum)} of ink at one place`, expected, on });
}

/** Returns the ink limit of the output intent’s profile. */
function profileLimit({ catalog }: Pdf): number | undefined {
  for (const intent of itemsAt(catalog, 'OutputIntents')) {
    const profile = readProfile(valueAt(asDict(intent), 'DestOutputProfile'));
    if (typeof profile !== 'string' && profile.space === 'CMYK') return maxInkOf(profile);
  }
  return undefined;
}

const percent = (ink: number) => `${Math.round(ink * 100)} %`;
