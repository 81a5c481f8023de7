import type { Clause } from '../clause.ts';
import { valueAt } from '../objects.ts';
import { filtersOf } from '../stream-data.ts';

export const streams: Clause = {
  rule: 'pdf-streams',
  of: ['print', 'screen'],
  look({ dicts }, { find }) {
    for (const dict of dicts) {
      if (valueAt(dict, 'Length') === undefined) continue;
      if (valueAt(dict, 'F')) find({ found: 'Data stand in another file', expected: 'all data in this one' });
      const closed = filtersOf(dict).find((filter) => /^(LZWDecode|LZW|Crypt)$/.test(filter));
      if (closed) find({ found: `Data are under the filter ${closed}`, expected: 'FlateDecode' });
    }
  },
};
