import { itemsAt, nameAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const tabOrder: Clause = {
  rule: 'pdf-tab-order',
  appliesTo: ['screen'],
  check({ pages }, { find, skip }) {
    const linked = pages.filter(({ dict }) => itemsAt(dict, 'Annots').length > 0);
    if (linked.length === 0) return skip('No page has links');
    for (const page of linked)
      if (nameAt(page.dict, 'Tabs') !== 'S')
        find({ found: 'The Tab key does not follow the tags', expected: 'Tabs S', on: page });
  },
};
