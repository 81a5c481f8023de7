import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, dictAt, itemsAt, nameAt, numberAt, numbersAt, textAt } from '../../../../pdf-reading/file/objects.ts';
import { boxOf, type PdfPage } from '../../../../pdf-reading/pages.ts';
import { isContent, isTag, type Tag } from '../../../../pdf-reading/tags.ts';
import type { Clause } from '../../clause.ts';

export const tagsLinks: Clause = {
  rule: 'tags-links',
  appliesTo: ['screen'],
  check({ pages, tags }, { find, skip }) {
    const links = pages.flatMap((page) =>
      itemsAt(page.dict, 'Annots').flatMap((item) => {
        const dict = asDict(item);
        // Hidden annotations, pop-ups, printer’s marks and annotations outside the page are not read aloud (ISO
        // 14289-1, 7.18.1 and 7.18.8).
        const hidden =
          ((numberAt(dict, 'F') ?? 0) & 2) !== 0 ||
          /^(Popup|PrinterMark)$/.test(nameAt(dict, 'Subtype') ?? '') ||
          isOutside(page, dict);
        return dict && !hidden ? [{ page, dict }] : [];
      }),
    );
    if (links.length === 0) return skip('There are no links');
    const tagOf = new Map<PDFDict, Tag>();
    for (const tag of tags?.all ?? [])
      for (const kid of tag.kids) if (!isTag(kid) && !isContent(kid) && kid.object) tagOf.set(kid.object, tag);
    for (const { page, dict } of links) {
      const kind = nameAt(dict, 'Subtype') ?? '';
      const wanted = kind === 'Link' ? 'Link' : kind === 'Widget' ? 'Form' : 'Annot';
      const tag = tagOf.get(dict);
      if (tag?.type !== wanted)
        find({
          found: `A ${kind} belongs to ${tag ? `a tag ${tag.type}` : 'no tag'}`,
          expected: `a tag ${wanted}`,
          on: page,
        });
      const said = [
        kind === 'Widget' ? textAt(fieldOf(dict), 'TU') : textAt(dict, 'Contents'),
        kind === 'Link' ? undefined : textAt(tag?.dict, 'Alt'),
      ];
      if (!said.some((words) => words?.trim()))
        find({
          found: `A ${kind} does not say in words ${kind === 'Link' ? 'where it goes' : 'what it is'}`,
          expected:
            kind === 'Link' ? 'Contents' : kind === 'Widget' ? 'TU, or Alt of its tag' : 'Contents, or Alt of its tag',
          on: page,
        });
    }
  },
};

/** Returns the field that a widget shows: itself, if it has a name of its own (ISO 32000-1, 12.7.3.2). */
function fieldOf(widget: PDFDict): PDFDict {
  return textAt(widget, 'T') === undefined ? (dictAt(widget, 'Parent') ?? widget) : widget;
}

function isOutside(page: PdfPage, annotation: PDFDict | undefined): boolean {
  const shown = boxOf(page, 'CropBox') ?? boxOf(page, 'MediaBox');
  const box = numbersAt(annotation, 'Rect', 4);
  if (!shown || !box) return false;
  const [a, b, c, d] = box as [number, number, number, number];
  return (
    Math.max(a, c) < shown[0] || Math.min(a, c) > shown[2] || Math.max(b, d) < shown[1] || Math.min(b, d) > shown[3]
  );
}
