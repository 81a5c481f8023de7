import { altTextFault } from '../../../../manuscript/constructs/figures/alt-text.ts';
import { textAt } from '../../../../pdf-reading/file/objects.ts';
import { pageFinder } from '../../../../pdf-reading/page-of-tag.ts';
import type { Clause } from '../../clause.ts';

export const tagsAltWords: Clause = {
  rule: 'tags-alt-words',
  appliesTo: ['screen'],
  check(pdf, { find, skip }) {
    const said = (pdf.tags?.all ?? []).flatMap((tag) => {
      const alt = tag.type === 'Figure' ? textAt(tag.dict, 'Alt')?.trim() : undefined;
      return alt ? [{ tag, alt }] : [];
    });
    if (said.length === 0) return skip('No figure says anything');
    const pageOf = pageFinder(pdf);
    for (const { tag, alt } of said)
      if (altTextFault(alt))
        find({
          found: `A figure says “${alt.slice(0, 60)}”`,
          expected: 'words that say what is to be seen',
          on: pageOf(tag),
        });
  },
};
