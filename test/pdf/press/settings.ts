import type { PressSettings } from '../../../build/pdf/press/press-settings.ts';
import { pressProfile } from '../../../build/pdf/profiles.ts';

/** Settings for the press, of an issue with its cover inside and without imposition. */
export const pressSettings: PressSettings = {
  profile: await pressProfile(),
  condition: { name: 'FOGRA39', registered: true, info: 'Coated' },
  inkLimit: 3,
  black: 'overprint',
  cover: 'inside',
  spine: 'auto',
  paper: undefined,
  imposition: 'none',
};
