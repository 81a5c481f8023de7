import { dictAt, nameAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const attachments: Clause = {
  rule: 'pdf-attachments',
  appliesTo: ['print', 'screen', 'plain'],
  check({ catalog, dicts }, { find }) {
    const named = dictAt(dictAt(catalog, 'Names'), 'EmbeddedFiles');
    const files = dicts.filter((dict) => nameAt(dict, 'Type') === 'EmbeddedFile' || dictAt(dict, 'EF'));
    if (named || files.length > 0) find({ found: 'There is another file in this one', expected: 'none' });
  },
};
