import { destinationTest } from '../../../pdf-reading/destination.ts';
import { asDict, dictAt, itemsAt, nameAt, valueAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const targets: Clause = {
  rule: 'pdf-targets',
  appliesTo: ['screen', 'plain'],
  isOfFrame: true,
  check(pdf, { find, skip }) {
    const isPageDestination = destinationTest(pdf);
    let met = 0;
    for (const page of pdf.pages)
      for (const item of itemsAt(page.dict, 'Annots')) {
        const link = asDict(item);
        const action = dictAt(link, 'A');
        const target = valueAt(link, 'Dest') ?? (nameAt(action, 'S') === 'GoTo' ? valueAt(action, 'D') : undefined);
        if (!target) continue;
        met++;
        if (!isPageDestination(target))
          find({ found: 'A link leads to no page', expected: 'a page of the file', on: page });
      }
    if (met === 0) skip('There are no links inside the file');
  },
};
