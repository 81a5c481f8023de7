import type { PDFDict } from '@cantoo/pdf-lib';
import type { Clause } from '../clause.ts';
import { dictAt, nameAt, valueAt } from '../objects.ts';

/** Actions that an archive refuses (ISO 19005-2, 6.5.1). */
const refused =
  /^(Launch|Sound|Movie|ResetForm|ImportData|JavaScript|Hide|SetOCGState|Rendition|Trans|GoTo3DView|SubmitForm|SetState|NoOp)$/;
const named = /^(NextPage|PrevPage|FirstPage|LastPage)$/;

export const scripts: Clause = {
  rule: 'pdf-scripts',
  of: ['print', 'screen', 'plain'],
  look({ catalog, dicts, pages }, { find }) {
    const pageOf = new Map(pages.map((page) => [page.dict, page]));
    const seen = new Set<PDFDict>();
    const look = (action: PDFDict, on?: PDFDict): void => {
      if (seen.has(action)) return;
      seen.add(action);
      const kind = nameAt(action, 'S') ?? '';
      const page = on ? pageOf.get(on) : undefined;
      if (refused.test(kind)) find({ found: `There is an action ${kind}`, expected: 'links alone', on: page });
      if (kind === 'Named' && !named.test(nameAt(action, 'N') ?? ''))
        find({ found: `There is an action ${nameAt(action, 'N')}`, expected: 'links alone', on: page });
    };
    if (dictAt(dictAt(catalog, 'Names'), 'JavaScript')) find({ found: 'The file has scripts', expected: 'none' });
    for (const dict of dicts) {
      if (valueAt(dict, 'AA'))
        find({
          found: 'Something is done when a page is opened, a key pressed or the like (AA)',
          expected: 'nothing',
          on: pageOf.get(dict),
        });
      const action = dictAt(dict, 'A') ?? dictAt(dict, 'OpenAction');
      if (action && nameAt(action, 'S')) look(action, dictAt(dict, 'P'));
      if (refused.test(nameAt(dict, 'S') ?? '') && isAction(dict)) look(dict);
    }
  },
};

/** A tag has a name under S, too. */
function isAction(dict: PDFDict): boolean {
  return nameAt(dict, 'Type') === 'Action' || valueAt(dict, 'JS') !== undefined || valueAt(dict, 'F') !== undefined;
}
