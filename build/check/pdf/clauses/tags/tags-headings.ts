import { pageFinder } from '../../../../pdf-reading/page-of-tag.ts';
import type { Tag } from '../../../../pdf-reading/tags.ts';
import type { Clause } from '../../clause.ts';

export const tagsHeadings: Clause = {
  rule: 'tags-headings',
  appliesTo: ['screen'],
  check(pdf, { find, skip }) {
    const headings = (pdf.tags?.all ?? []).filter(({ type }) => /^H[1-6]?$/.test(type));
    if (headings.length === 0) return skip('There are no headings');
    const pageOf = pageFinder(pdf);
    let last = 0;
    const held = new Set<Tag | undefined>();
    for (const tag of headings) {
      const level = Number(tag.type.slice(1)) || 0;
      if (level === 0) {
        if (headings.some(({ type }) => type !== 'H'))
          find({
            found: 'Headings with and without a level stand side by side',
            expected: 'H1 to H6, or H alone',
            on: pageOf(tag),
          });
        if (held.has(tag.parent))
          find({
            found: `Two headings without a level stand in one ${tag.parent?.type ?? 'file'}`,
            expected: 'a tag (Sect) around each and what it heads',
            on: pageOf(tag),
          });
        held.add(tag.parent);
        continue;
      }
      if (level > last + 1)
        find({
          found:
            last === 0
              ? `The first heading is one of level ${level}`
              : `A heading of level ${level} follows one of level ${last}`,
          expected: `level ${last + 1}`,
          on: pageOf(tag),
        });
      last = level;
    }
  },
};
