import { dictAt } from '../../../pdf-reading/file/objects.ts';
import { readPageLabels } from '../../../pdf-reading/page-labels.ts';
import type { Clause } from '../clause.ts';

export const pageLabelsClause: Clause = {
  rule: 'pdf-page-labels',
  appliesTo: ['screen', 'plain'],
  isOfFrame: true,
  check({ catalog, pages }, { find, skip }, { profile, folios }) {
    if (!dictAt(catalog, 'PageLabels')) {
      if (profile === 'plain') return skip('The file has none, and claims no standard');
      return find({ found: 'The file does not tell the numbers of its pages', expected: 'PageLabels' });
    }
    const labels = readPageLabels(catalog, pages.length);
    if (typeof labels === 'string')
      return find({ found: `The page labels are wrong: ${labels}`, expected: 'a label for every page' });
    for (const [i, page] of pages.entries()) {
      const folio = folios?.[i];
      // A page without a folio may have any label except another page’s folio.
      if (folio && labels[i] !== folio)
        find({
          found: `The page is labelled “${labels[i]}”`,
          expected: `“${folio}”, as it is printed and recorded`,
          on: page,
        });
    }
  },
};
