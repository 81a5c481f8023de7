import { dictAt, trueAt } from '../../../../pdf-reading/file/objects.ts';
import type { Clause } from '../../clause.ts';

export const tagsPresent: Clause = {
  rule: 'tags-present',
  appliesTo: ['screen'],
  check({ catalog, tags }, { find }) {
    const info = dictAt(catalog, 'MarkInfo');
    if (!tags) find({ found: 'The file has no tags', expected: 'a structure tree' });
    else if (tags.all.length === 0)
      find({ found: 'The tree of tags is empty', expected: 'a tag for each piece of text' });
    if (!trueAt(info, 'Marked'))
      find({ found: 'The file does not say that it is tagged', expected: 'MarkInfo with Marked true' });
    if (trueAt(info, 'Suspects')) find({ found: 'The file says that its tags may be wrong', expected: 'no Suspects' });
  },
};
