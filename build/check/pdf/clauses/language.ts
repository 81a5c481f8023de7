import type { Clause } from '../clause.ts';
import { textAt } from '../objects.ts';
import { pageFinder } from '../page-of-tag.ts';

/** As BCP 47 has it, near enough: `uk`, `sr-Latn`, `en-GB`, `x-…`. */
const form =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$|^x(?:-[a-z\d]{1,8})+$/i;

export const language: Clause = {
  rule: 'pdf-language',
  of: ['screen'],
  look(pdf, { find }) {
    const lang = textAt(pdf.catalog, 'Lang');
    if (!lang) find({ found: 'The file does not say what language it is in', expected: 'Lang' });
    else if (!form.test(lang))
      find({ found: `“${lang.slice(0, 40)}” is no language`, expected: 'a tag of BCP 47, e.g. uk or en-GB' });
    const pageOf = pageFinder(pdf);
    for (const tag of pdf.tags?.all ?? []) {
      const own = textAt(tag.dict, 'Lang');
      if (own && !form.test(own))
        find({
          found: `“${own.slice(0, 40)}” is no language`,
          expected: 'a tag of BCP 47, e.g. uk or en-GB',
          on: pageOf(tag),
        });
    }
  },
};
