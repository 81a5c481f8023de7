import { intentSpace } from '../../../../pdf-reading/output-intent.ts';
import type { Clause } from '../../clause.ts';
import { watchDevices } from '../../device-colours.ts';

/** Text has a rule of its own in print: there no colour of light will do, by a profile or without. */
export const colour: Clause = {
  rule: 'pdf-colour',
  of: ['print', 'screen'],
  look(pdf, { find, skip }, { profile }) {
    const device = profile === 'print' ? 'CMYK' : intentSpace(pdf, 'GTS_PDFA1');
    if (!device) return skip('There is no output intent to compare with');
    const { text, ...watcher } = watchDevices((one, what, on) => {
      // Grey is part of every device.
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
