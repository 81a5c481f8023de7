import { pageFinder } from '../../../../pdf-reading/page-of-tag.ts';
import { isTag } from '../../../../pdf-reading/tags.ts';
import type { Clause } from '../../clause.ts';

const inside: Record<string, RegExp> = { L: /^(LI|L|Caption)$/, LI: /^(Lbl|LBody)$/, TOC: /^(TOC|TOCI|Caption)$/ };
const around: Record<string, RegExp> = { LI: /^L$/, LBody: /^LI$/, TOCI: /^TOC$/ };

export const tagsLists: Clause = {
  rule: 'tags-lists',
  appliesTo: ['screen'],
  check(pdf, { find, skip }) {
    const parts = (pdf.tags?.all ?? []).filter(({ type }) => type in inside || type in around);
    if (parts.length === 0) return skip('There are no lists');
    const pageOf = pageFinder(pdf);
    const expected = 'L with LI, LI with Lbl and LBody, TOC with TOCI';
    for (const tag of parts) {
      const wanted = around[tag.type];
      if (wanted && !wanted.test(tag.parent?.type ?? '')) {
        find({ found: `A ${tag.type} stands in a ${tag.parent?.type ?? 'file'}`, expected, on: pageOf(tag) });
        continue;
      }
      const allowed = inside[tag.type];
      const wrong = allowed && tag.kids.filter(isTag).find(({ type }) => !allowed.test(type));
      const captions = tag.kids.filter(isTag).flatMap(({ type }, i) => (type === 'Caption' ? [i] : []));
      if (wrong && !(wrong.type in around))
        find({ found: `A ${wrong.type} stands in a ${tag.type}`, expected, on: pageOf(tag) });
      else if (captions.some((i) => i > 0))
        find({
          found: `A Caption stands between the parts of a ${tag.type}`,
          expected: 'before them',
          on: pageOf(tag),
        });
      // Screen readers read it nevertheless, and veraPDF accepts it.
      else if (allowed && tag.kids.some((kid) => !isTag(kid)))
        find({
          found: `A ${tag.type} has text that is in none of its parts`,
          expected,
          level: 'warning',
          on: pageOf(tag),
        });
    }
  },
};
