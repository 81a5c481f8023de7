import { type Colour, type ColourSpace, describeColour } from '../../../../pdf-reading/content/colour.ts';
import { inksOf } from '../../../../pdf-reading/content/inks.ts';
import type { Painted, PaintedPath, PaintedText } from '../../../../pdf-reading/content/painted.ts';
import { textColours } from '../../../../pdf-reading/content/state.ts';
import { asDict, itemsAt, valueAt } from '../../../../pdf-reading/file/objects.ts';
import { filtersOf } from '../../../../pdf-reading/file/stream-data.ts';
import { mostInkOf, readProfile } from '../../../../pdf-reading/icc.ts';
import type { Pdf } from '../../../../pdf-reading/read-pdf.ts';
import type { Answer, Clause } from '../../clause.ts';
import { inkOverlap } from '../../ink-overlap.ts';
import { mostInkIn } from '../../picture-ink.ts';

/** What coated paper takes (ISO 12647-2, 4.3.2.3): the most of all papers. */
const most = 3.3;
/** Rounding to 8 bits, in four inks. */
const slack = 0.02;
/** At sharp edges single pixels of a JPEG stray, of each ink by some levels. */
const ofJpegs = 0.15;

export const inkLimit: Clause = {
  rule: 'print-ink-limit',
  of: ['print'],
  look(pdf, { find }, { inkLimit }) {
    const limit = inkLimit ?? Math.min(most, profileLimit(pdf) ?? most);
    const expected = `at most ${percent(limit)}`;
    const right = new WeakMap<ColourSpace, string>();
    const look = (colour: Colour, on: Painted) => {
      if (colour.pattern || colour.space.inks?.[0] === 'All') return;
      const key = colour.values.join(' ');
      if (right.get(colour.space) === key) return;
      const inks = inksOf(colour.space, colour.values);
      const sum = inks ? inks.reduce((total, ink) => total + ink, 0) : 0;
      if (sum <= limit + slack) return void right.set(colour.space, key);
      find({ found: `${percent(sum)} of ink lie at one place: ${describeColour(colour)}`, expected, on });
    };
    const pictures = new WeakMap<object, number | undefined>();
    const overlap = inkOverlap();
    const lay = (colour: Colour, on: PaintedPath | PaintedText, overprints: boolean) => {
      const [x, y] = on.at;
      const together = overlap.lay(colour, isText(on) ? [x, y, x, y] : on.box, on.state, overprints, !isText(on));
      if (together !== undefined && together > limit + slack && !(isText(on) && isBlank(on)))
        find({
          found: `Ink upon ink comes to ${percent(together)}: ${describeColour(colour)} over what is below`,
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
        if (!pictures.has(stream)) pictures.set(stream, mostInkIn(stream, space));
        const stray = filtersOf(stream.dict).includes('DCTDecode') ? ofJpegs : slack;
        tellPicture(pictures.get(stream), limit + stray, expected, image, { find });
      },
    };
  },
};

const isText = (on: PaintedPath | PaintedText): on is PaintedText => 'codes' in on;

/** Whether a text is spaces alone. */
function isBlank({ font, codes }: PaintedText): boolean {
  return codes.every((code) => font?.unicode?.get(code)?.trim() === '');
}

function tellPicture(
  sum: number | undefined,
  limit: number,
  expected: string,
  on: Painted,
  { find }: Pick<Answer, 'find'>,
): void {
  if (sum !== undefined && sum > limit)
    find({ found: `A picture has ${percent(sum)} of ink at one place`, expected, on });
}

/** What the profile of the output intent lays down at most. */
function profileLimit({ catalog }: Pdf): number | undefined {
  for (const intent of itemsAt(catalog, 'OutputIntents')) {
    const profile = readProfile(valueAt(asDict(intent), 'DestOutputProfile'));
    if (typeof profile !== 'string' && profile.space === 'CMYK') return mostInkOf(profile);
  }
  return undefined;
}

const percent = (ink: number) => `${Math.round(ink * 100)} %`;
