import { isLight, readSpace } from '../../../../pdf-reading/content/colour.ts';
import type { Painted } from '../../../../pdf-reading/content/painted.ts';
import { isTransparent, type State } from '../../../../pdf-reading/content/state.ts';
import { dictAt, nameAt, numberAt, valueAt } from '../../../../pdf-reading/file/objects.ts';
import { intentSpace, outputIntents } from '../../../../pdf-reading/output-intent.ts';
import type { Page } from '../../../../pdf-reading/pages.ts';
import type { Clause } from '../../clause.ts';
import { deviceOf } from '../../device-colours.ts';

/** ISO 32000-1, 11.3.5. */
const blends =
  /^(Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten|ColorDodge|ColorBurn|HardLight|SoftLight|Difference|Exclusion|Hue|Saturation|Color|Luminosity)$/;

export const transparency: Clause = {
  rule: 'pdf-transparency',
  of: ['print', 'screen'],
  look(pdf, { find }, { profile }) {
    const kind = profile === 'print' ? 'GTS_PDFX' : 'GTS_PDFA1';
    const intent = outputIntents(pdf).some((one) => nameAt(one, 'S') === kind);
    const device = profile === 'print' ? 'CMYK' : intentSpace(pdf, kind);
    let last: State | undefined;
    let told: Page | undefined;
    // A page without colours to mix in takes those of the output intent.
    const needsColours = (shown: Painted) => {
      if (intent || told === shown.page || valueAt(dictAt(shown.page.dict, 'Group'), 'CS')) return;
      told = shown.page;
      find({
        found: 'Something lets what is below show through, and nothing says in which colours',
        expected: 'an output intent, or a group of the page’s',
        on: shown,
      });
    };
    const look = (shown: Painted) => {
      if (shown.state === last) return;
      last = shown.state;
      if (!blends.test(last.blend))
        find({ found: `Something is mixed by a method ${last.blend}`, expected: 'one that PDF knows', on: shown });
      if (isTransparent(last)) needsColours(shown);
    };
    return {
      text: look,
      path: look,
      image(image) {
        look(image);
        const dict = image.stream?.dict;
        if (valueAt(dict, 'SMask') || numberAt(dict, 'SMaskInData')) needsColours(image);
      },
      group(shown) {
        const { group, resources } = shown;
        if (nameAt(group, 'S') !== 'Transparency') return;
        if (group !== dictAt(shown.page.dict, 'Group')) needsColours(shown);
        const value = valueAt(group, 'CS');
        if (!value) return;
        const space = readSpace(value, resources);
        const one = deviceOf(space);
        const wrong = profile === 'print' ? isLight(space) : one && one !== 'Gray' && device && one !== device;
        if (wrong) find({ found: `A group is mixed in ${space.family}`, expected: `Device${device}`, on: shown });
      },
    };
  },
};
