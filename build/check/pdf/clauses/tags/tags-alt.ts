import { textAt } from '../../../../pdf-reading/file/objects.ts';
import { pageFinder } from '../../../../pdf-reading/page-of-tag.ts';
import type { Clause } from '../../clause.ts';

export const tagsAlt: Clause = {
  rule: 'tags-alt',
  appliesTo: ['screen'],
  check(pdf, { find, skip }) {
    if (!pdf.tags) return skip('The file has no tags');
    const pageOf = pageFinder(pdf);
    const pictured = pdf.tags.all.filter(({ type }) => type === 'Figure' || type === 'Formula');
    if (pictured.length === 0) return skip('There are no figures and formulas');
    // An empty ActualText says that there is nothing to read.
    for (const tag of pictured)
      if (!textAt(tag.dict, 'Alt')?.trim() && textAt(tag.dict, 'ActualText') === undefined)
        find({
          found: `A ${tag.type.toLowerCase()} says nothing to those who do not see it`,
          expected: 'Alt, or ActualText',
          on: pageOf(tag),
        });
  },
};
