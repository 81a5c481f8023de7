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

/** What the printer asks for: in journal.yaml for all issues; what issue.yaml says goes before it, key by key. */
export const printSchema = v.strictObject(
  {
    profile: v.optional(
      helped(text, 'The ICC profile of the press and paper: a file in the journal’s folder. Without one, FOGRA39.'),
    ),
    condition: v.optional(
      helped(text, 'The name of the profile’s printing condition in the ICC’s registry, such as FOGRA52.'),
    ),
    'ink-limit': v.optional(
      helped(percent, 'The most ink that the paper takes, all four together, in per cent. Without it, 300.'),
    ),
    black: v.optional(
      helped(
        v.picklist(['overprint', 'knockout'], 'overprint or knockout'),
        'Whether black text and rules are printed upon the colours below them, or these are cut out for them. Without it, overprint.',
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
        'Whether the cover is pages of the file, or a file of its own: back, spine and front on one sheet.',
      ),
    ),
    spine: v.optional(
      helped(
        v.union([v.literal('auto'), width], 'auto, or a number of mm'),
        'How wide the spine is, in mm; auto reckons it from the pages and the paper.',
      ),
    ),
    paper: v.optional(
      helped(thickness, 'How thick a leaf is, in mm: grammage × volume / 1000. For the spine, and against creep.'),
    ),
    imposition: v.optional(
      helped(
        v.picklist(['none', 'saddle-stitch'], 'none or saddle-stitch'),
        'Makes a second file, in printing order, for sheets that are folded and stapled.',
      ),
    ),
  },
  'the keys profile:, condition:, ink-limit:, black:, bleed:, marks:, cover:, spine:, paper:, imposition:',
);
export type PrintFacts = v.InferOutput<typeof printSchema>;
