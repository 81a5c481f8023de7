import type { PDFDict } from '@cantoo/pdf-lib';
import { destinationTest } from '../../../pdf-reading/destination.ts';
import { dictAt, textAt, valueAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const outline: Clause = {
  rule: 'pdf-outline',
  appliesTo: ['screen'],
  isOfFrame: true,
  check(pdf, { find, skip }) {
    const { catalog, pages } = pdf;
    const first = dictAt(dictAt(catalog, 'Outlines'), 'First');
    if (!first) {
      const headings = (pdf.tags?.all ?? []).filter(({ type }) => /^H[1-6]?$/.test(type)).length;
      if (headings > 1 && pages.length > 1)
        find({ found: 'The file has no bookmarks', expected: 'one for each article and heading' });
      else skip('There is nothing to have bookmarks of');
      return undefined;
    }
    const isPageDestination = destinationTest(pdf);
    const seen = new Set<PDFDict>();
    const stack = [first];
    for (let item = stack.pop(); item; item = stack.pop()) {
      if (seen.has(item))
        return find({ found: 'The bookmarks come round to themselves', expected: 'a list with an end' });
      seen.add(item);
      const title = textAt(item, 'Title')?.trim();
      if (!title) find({ found: 'A bookmark has no words', expected: 'a title' });
      const target = valueAt(item, 'Dest') ?? valueAt(dictAt(item, 'A'), 'D');
      if (target && !isPageDestination(target))
        find({ found: `The bookmark “${title?.slice(0, 60)}” leads to no page`, expected: 'a page of the file' });
      const [next, kid] = [dictAt(item, 'Next'), dictAt(item, 'First')];
      if (next) stack.push(next);
      if (kid) stack.push(kid);
    }
  },
};
