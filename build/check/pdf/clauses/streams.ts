import { valueAt } from '../../../pdf-reading/file/objects.ts';
import { filtersOf } from '../../../pdf-reading/file/stream-data.ts';
import type { Clause } from '../clause.ts';

export const streams: Clause = {
  rule: 'pdf-streams',
  appliesTo: ['print', 'screen'],
  check({ dicts }, { find }) {
    for (const dict of dicts) {
      if (valueAt(dict, 'Length') === undefined) continue;
      if (valueAt(dict, 'F')) find({ found: 'Data stand in another file', expected: 'all data in this one' });
      const closed = filtersOf(dict).find((filter) => /^(LZWDecode|LZW|Crypt)$/.test(filter));
      if (closed) find({ found: `Data are under the filter ${closed}`, expected: 'FlateDecode' });
    }
  },
};
