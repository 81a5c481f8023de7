import type { Clause } from '../clause.ts';
import { dictAt, trueAt } from '../objects.ts';

export const title: Clause = {
  rule: 'pdf-title',
  of: ['print', 'screen'],
  look({ catalog, xmp }, { find }, { profile }) {
    if (!xmp || typeof xmp === 'string' || !xmp.get('dc:title')?.[0]?.trim())
      find({ found: 'The metadata have no title (dc:title)', expected: 'the title of the publication' });
    if (profile === 'screen' && !trueAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle'))
      find({ found: 'A reader’s program shows the file’s name, not its title', expected: 'DisplayDocTitle true' });
  },
};
