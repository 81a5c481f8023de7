import type { Clause } from '../clause.ts';
import { type Colour, type ColourSpace, plainSpace } from '../colour.ts';
import { readProfile } from '../icc.ts';
import { asDict, itemsAt, valueAt } from '../objects.ts';
import type { Painted } from '../painted.ts';
import type { Pdf } from '../read-pdf.ts';

/** Text has a rule of its own in print: there no colour of light will do, by a profile or without. */
export const colour: Clause = {
  rule: 'pdf-colour',
  of: ['print', 'screen'],
  look(pdf, { find, skip }, { profile }) {
    const device = profile === 'print' ? 'CMYK' : intentSpace(pdf);
    if (!device) return skip('There is no output intent to compare with');
    const right = new WeakSet<ColourSpace>();
    const look = (space: ColourSpace, what: string, on: Painted) => {
      if (right.has(space)) return;
      const family = plainSpace(space).family || plainSpace(space).base?.family;
      const wrong = (family === 'DeviceRGB' && device !== 'RGB') || (family === 'DeviceCMYK' && device !== 'CMYK');
      if (!wrong) return void right.add(space);
      find({
        found: `${what} in the ${family?.slice(6)} of no particular device`,
        expected: `${device}, as the output intent has it, or colours with a profile`,
        on,
      });
    };
    const paint = (one: Colour, on: Painted) => {
      if (!one.pattern) look(one.space, 'Something is painted', on);
    };
    return {
      path: (path) => {
        if (path.fills) paint(path.state.fill, path);
        if (path.strokes) paint(path.state.stroke, path);
      },
      text: (text) => {
        if (profile !== 'print') paint(text.state.fill, text);
      },
      image: (image) => {
        if (image.space) look(image.space, 'A picture is', image);
        else paint(image.state.fill, image);
      },
      shading: (shading) => look(shading.space, 'Colours run', shading),
    };
  },
};

/** The colours of the device that a file’s output intent describes. */
function intentSpace({ catalog }: Pdf): string | undefined {
  const [intent] = itemsAt(catalog, 'OutputIntents').flatMap((one) => asDict(one) ?? []);
  const profile = readProfile(valueAt(intent, 'DestOutputProfile'));
  return typeof profile === 'string' ? undefined : profile.space;
}
