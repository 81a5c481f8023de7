import { asDict, itemsAt, nameAt, valueAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

const surprises: Record<string, string> = {
  AcroForm: 'a form',
  OpenAction: 'an action for when it is opened',
};

export const staticPages: Clause = {
  rule: 'print-static',
  appliesTo: ['print'],
  isOfFrame: true,
  check({ catalog, pages }, { find }) {
    for (const [key, what] of Object.entries(surprises))
      if (valueAt(catalog, key)) find({ found: `The file has ${what}`, expected: 'none' });
    for (const page of pages)
      for (const annotation of itemsAt(page.dict, 'Annots'))
        find({
          found: `The page has an annotation (${nameAt(asDict(annotation), 'Subtype') ?? 'without a kind'})`,
          expected: 'none',
          on: page,
        });
  },
};
