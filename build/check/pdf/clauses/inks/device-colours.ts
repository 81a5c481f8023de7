import { intentSpace } from '../../../../pdf-reading/output-intent.ts';
import type { Clause } from '../../clause.ts';
import { watchDeviceColours } from '../../watch-device-colours.ts';

/** In print, text has a rule of its own, which also refuses RGB with a profile. */
export const deviceColours: Clause = {
  rule: 'pdf-colour',
  appliesTo: ['print', 'screen'],
  check(pdf, { find, skip }, { profile }) {
    const device = profile === 'print' ? 'CMYK' : intentSpace(pdf, 'GTS_PDFA1');
    if (!device) return skip('There is no output intent to compare with');
    const { text, ...watcher } = watchDeviceColours((one, what, on) => {
      // Every device has grey.
      if (one === 'Gray' || one === device) return true;
      find({
        found: `${what} in ${one} without a profile`,
        expected: `${device}, as the output intent has it, or colours with a profile`,
        on,
      });
      return false;
    });
    return profile === 'print' || !text ? watcher : { ...watcher, text };
  },
};
