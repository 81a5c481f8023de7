import type { PDFDict } from '@cantoo/pdf-lib';
import type { Clause } from '../clause.ts';
import { asDict, itemsAt, nameAt, numberAt, textAt } from '../objects.ts';
import { isContent, isTag } from '../tags.ts';

export const tagsLinks: Clause = {
  rule: 'tags-links',
  of: ['screen'],
  look({ pages, tags }, { find, skip }) {
    const links = pages.flatMap((page) =>
      itemsAt(page.dict, 'Annots').flatMap((item) => {
        const dict = asDict(item);
        // Hidden annotations and pop-ups are not read (ISO 14289-1, 7.18.1).
        const hidden = ((numberAt(dict, 'F') ?? 0) & 2) !== 0 || nameAt(dict, 'Subtype') === 'Popup';
        return dict && !hidden ? [{ page, dict }] : [];
      }),
    );
    if (links.length === 0) return skip('There are no links');
    const tagOf = new Map<PDFDict, string>();
    for (const tag of tags?.all ?? [])
      for (const kid of tag.kids) if (!isTag(kid) && !isContent(kid) && kid.object) tagOf.set(kid.object, tag.type);
    for (const { page, dict } of links) {
      const kind = nameAt(dict, 'Subtype') ?? '';
      const wanted = kind === 'Link' ? 'Link' : kind === 'Widget' ? 'Form' : 'Annot';
      const tag = tagOf.get(dict);
      if (tag !== wanted)
        find({
          found: `A ${kind} belongs to ${tag ? `a tag ${tag}` : 'no tag'}`,
          expected: `a tag ${wanted}`,
          on: page,
        });
      if (!textAt(dict, 'Contents')?.trim())
        find({ found: `A ${kind} does not say in words where it goes`, expected: 'Contents', on: page });
    }
  },
};
