import { nameAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const trapped: Clause = {
  rule: 'print-trapped',
  appliesTo: ['print'],
  isOfFrame: true,
  check({ info, xmp }, { find }) {
    const said = nameAt(info, 'Trapped') ?? (typeof xmp === 'object' ? xmp.get('pdf:Trapped')?.[0] : undefined);
    if (said !== 'True' && said !== 'False')
      find({
        found: `Whether the file was trapped is ${said === undefined ? 'not said' : `“${said}”`}`,
        expected: 'Trapped: True or False',
      });
  },
};
