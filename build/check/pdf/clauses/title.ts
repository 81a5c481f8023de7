import { dictAt, textAt, trueAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const title: Clause = {
  rule: 'pdf-title',
  appliesTo: ['print', 'screen'],
  isOfFrame: true,
  check({ catalog, xmp, info }, { find }, { profile, isThirdParty }) {
    const said = typeof xmp === 'object' ? xmp.get('dc:title')?.[0] : undefined;
    // Older standards for print have it only in Info.
    const older = isThirdParty && profile === 'print' ? textAt(info, 'Title') : undefined;
    if (!(said ?? older)?.trim())
      find({ found: 'The metadata have no title (dc:title)', expected: 'the title of the publication' });
    if (profile === 'screen' && !trueAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle'))
      find({ found: 'A reader’s program shows the file’s name, not its title', expected: 'DisplayDocTitle true' });
  },
};
