import { isRgbOrLab, readColourSpace } from '../../../../pdf-reading/content/colour.ts';
import { type GraphicsState, isTransparent } from '../../../../pdf-reading/content/graphics-state.ts';
import type { PaintedObject } from '../../../../pdf-reading/content/painted.ts';
import { dictAt, nameAt, numberAt, valueAt } from '../../../../pdf-reading/file/objects.ts';
import { intentSpace, outputIntents } from '../../../../pdf-reading/output-intent.ts';
import type { PdfPage } from '../../../../pdf-reading/pages.ts';
import type { Clause } from '../../clause.ts';
import { deviceOf } from '../../watch-device-colours.ts';

/** The blend modes of ISO 32000-1, 11.3.5. */
const blends =
  /^(Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten|ColorDodge|ColorBurn|HardLight|SoftLight|Difference|Exclusion|Hue|Saturation|Color|Luminosity)$/;

export const transparency: Clause = {
  rule: 'pdf-transparency',
  appliesTo: ['print', 'screen'],
  check(pdf, { find }, { profile }) {
    const kind = profile === 'print' ? 'GTS_PDFX' : 'GTS_PDFA1';
    const intent = outputIntents(pdf).some((one) => nameAt(one, 'S') === kind);
    const device = profile === 'print' ? 'CMYK' : intentSpace(pdf, kind);
    let last: GraphicsState | undefined;
    let told: PdfPage | undefined;
    // A page without a colour space for blending uses that of the output intent.
    const needsColours = (shown: PaintedObject) => {
      if (intent || told === shown.page || valueAt(dictAt(shown.page.dict, 'Group'), 'CS')) return;
      told = shown.page;
      find({
        found: 'Something lets what is below show through, and nothing says in which colours',
        expected: 'an output intent, or a group of the page’s',
        on: shown,
      });
    };
    const look = (shown: PaintedObject) => {
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
        const space = readColourSpace(value, resources);
        const one = deviceOf(space);
        const wrong = profile === 'print' ? isRgbOrLab(space) : one && one !== 'Gray' && device && one !== device;
        if (wrong) find({ found: `A group is mixed in ${space.family}`, expected: `Device${device}`, on: shown });
      },
    };
  },
};
