import { textAt } from '../../../../pdf-reading/file/objects.ts';
import { pageFinder } from '../../../../pdf-reading/page-of-tag.ts';
import type { Clause } from '../../clause.ts';

export const tagsNotes: Clause = {
  rule: 'tags-notes',
  appliesTo: ['screen'],
  check(pdf, { find, skip }) {
    const notes = (pdf.tags?.all ?? []).filter(({ type }) => type === 'Note');
    if (notes.length === 0) return skip('There are no notes');
    const pageOf = pageFinder(pdf);
    const ids = new Set<string>();
    for (const tag of pdf.tags?.all ?? []) {
      const id = textAt(tag.dict, 'ID');
      if (tag.type === 'Note' && !id) find({ found: 'A note has no identifier', expected: 'ID', on: pageOf(tag) });
      else if (id && ids.has(id))
        find({ found: `Two tags have the identifier ${id.slice(0, 60)}`, expected: 'one each', on: pageOf(tag) });
      if (id) ids.add(id);
    }
  },
};
