import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, dictAt, itemsAt, nameAt, valueAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

/** Actions that are links. An archive refuses all others (ISO 19005-2, 6.5.1), or they send a form. */
const links = /^(GoTo|GoToR|GoToE|Thread|URI|Named)$/;
const named = /^(NextPage|PrevPage|FirstPage|LastPage)$/;

export const scripts: Clause = {
  rule: 'pdf-scripts',
  appliesTo: ['print', 'screen', 'plain'],
  check({ catalog, dicts, pages }, { find }) {
    const pageOf = new Map(pages.map((page) => [page.dict, page]));
    const seen = new Set<PDFDict>();
    const look = (action: PDFDict, on?: PDFDict): void => {
      if (seen.has(action)) return;
      seen.add(action);
      for (const next of itemsAt(action, 'Next')) {
        const following = asDict(next);
        if (following) look(following, on);
      }
      const kind = nameAt(action, 'S') ?? '';
      const page = on ? pageOf.get(on) : undefined;
      if (!links.test(kind)) find({ found: `There is an action ${kind}`, expected: 'links alone', on: page });
      if (kind === 'Named' && !named.test(nameAt(action, 'N') ?? ''))
        find({ found: `There is an action ${nameAt(action, 'N')}`, expected: 'links alone', on: page });
    };
    if (dictAt(dictAt(catalog, 'Names'), 'JavaScript')) find({ found: 'The file has scripts', expected: 'none' });
    const annotations = pages.flatMap(({ dict }) => itemsAt(dict, 'Annots').flatMap((one) => asDict(one) ?? []));
    for (const dict of new Set([...dicts, ...annotations])) {
      if (valueAt(dict, 'AA'))
        find({
          found: 'Something is done when a page is opened, a key pressed or the like (AA)',
          expected: 'nothing',
          on: pageOf.get(dict),
        });
      const action = dictAt(dict, 'A') ?? dictAt(dict, 'OpenAction');
      if (action && nameAt(action, 'S')) look(action, dictAt(dict, 'P'));
      if (isAction(dict)) look(dict);
    }
  },
};

/** True if a dictionary can only be an action. */
function isAction(dict: PDFDict): boolean {
  const kind = nameAt(dict, 'S');
  return kind !== undefined && (nameAt(dict, 'Type') === 'Action' || kind === 'Launch' || kind === 'JavaScript');
}
