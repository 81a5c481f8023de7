import * as v from 'valibot';
import { bleedForm, bleedOf } from './paper.ts';
import { helped, text } from './values.ts';

const percent = v.pipe(
  v.number('a percentage such as 300'),
  v.minValue(100, 'a percentage from 100 to 400'),
  v.maxValue(400, 'a percentage from 100 to 400'),
);
const thickness = v.pipe(
  v.number('a number of mm such as 0.1'),
  v.minValue(0.02, 'a number of mm from 0.02 to 1'),
  v.maxValue(1, 'a number of mm from 0.02 to 1'),
);
const width = v.pipe(
  v.number('auto, or a number of mm'),
  v.minValue(0, 'auto, or a number of mm'),
  v.maxValue(100, 'auto, or a number of mm up to 100'),
);

/** The printer's requirements: in journal.yaml for all issues. Keys in issue.yaml take precedence, one by one. */
export const printSchema = v.strictObject(
  {
    profile: v.optional(
      helped(text, 'The ICC profile of the press and paper: a file in the journal’s folder. Without one, FOGRA39.'),
    ),
    condition: v.optional(
      helped(
        text,
        'The name of the profile’s printing condition in the ICC’s registry, which the printer knows, such as FOGRA52.',
      ),
    ),
    'ink-limit': v.optional(
      helped(percent, 'The most ink that the paper takes, all four together, in per cent. Without it, 300.'),
    ),
    black: v.optional(
      helped(
        v.picklist(['overprint', 'knockout'], 'overprint or knockout'),
        'overprint: text and rules in black ink alone are printed over the colours below them, so that no paper shows at their edges where a plate is a hair off. knockout: the colours are cut out for them. Without it, overprint.',
      ),
    ),
    bleed: v.optional(
      helped(
        v.pipe(
          v.union([v.number(), v.string()], bleedForm),
          v.check((value) => bleedOf(value) !== undefined, bleedForm),
        ),
        'How far colour goes over the edge that is cut: a number of mm, or 0.125 in. Without it, 3 mm.',
      ),
    ),
    marks: v.optional(
      helped(
        v.picklist(['crop', 'cross', 'both', 'none'], 'crop, cross, both or none'),
        'The marks outside of the page: crop marks, crosses for register, both or none. Without it, crop.',
      ),
    ),
    cover: v.optional(
      helped(
        v.picklist(['inside', 'separate'], 'inside or separate'),
        'inside: the cover is the first pages of the print PDF, as digital printers like it. separate: it is a file of its own, one sheet of back, spine and front, and the print PDF begins with the title page. Without it, inside.',
      ),
    ),
    spine: v.optional(
      helped(
        v.union([v.literal('auto'), width], 'auto, or a number of mm'),
        'How wide the spine is, in mm. auto, or without it: as wide as the leaves are thick, half the number of pages × paper, to a tenth of a millimetre. A spine of 5 mm or more has words on it.',
      ),
    ),
    paper: v.optional(
      helped(
        thickness,
        'How thick a leaf is, in mm: grammage × volume ÷ 1000, so 0.117 for 90 g/m² of volume 1.3. Without it, 0.1. With it, the pages of an imposed file are moved to make up for creep.',
      ),
    ),
    imposition: v.optional(
      helped(
        v.picklist(['none', 'saddle-stitch'], 'none or saddle-stitch'),
        'saddle-stitch: for a stapled issue, the pages once more as a file of their own, two on each side of a sheet, in printing order. Ask first: most printers do this themselves, and want the print PDF.',
      ),
    ),
  },
  'the keys profile:, condition:, ink-limit:, black:, bleed:, marks:, cover:, spine:, paper:, imposition:',
);
export type PrintFacts = v.InferOutput<typeof printSchema>;
