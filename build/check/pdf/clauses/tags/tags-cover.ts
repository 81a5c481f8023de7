import type { MarkedSequence } from '../../../../pdf-reading/content/marked-sequence.ts';
import type { PaintedObject } from '../../../../pdf-reading/content/painted.ts';
import type { Clause } from '../../clause.ts';

export const tagsCover: Clause = {
  rule: 'tags-cover',
  appliesTo: ['screen'],
  check({ tags }, { find, skip }) {
    if (!tags) return skip('The file has no tags');
    let last: readonly MarkedSequence[] | undefined;
    const look = (what: string) => (shown: PaintedObject) => {
      if (shown.marks === last) return;
      const decorates = shown.marks.some(({ tag }) => tag === 'Artifact');
      const belongs = shown.marks.some(({ row, id }) => id !== undefined && tags.parentOf(row, id));
      if (decorates && belongs)
        find({
          found: `${what} is marked as decoration and belongs to a tag, too`,
          expected: 'either of them',
          on: shown,
        });
      else if (decorates || shown.marks.some(({ id }) => id !== undefined)) last = shown.marks;
      else
        find({
          found: `${what} belongs to no tag`,
          expected: 'a tag, or the mark of decoration (Artifact)',
          on: shown,
        });
    };
    return {
      text: look('Text'),
      path: look('A line or an area'),
      image: look('A picture'),
      shading: look('A run of colours'),
    };
  },
};
