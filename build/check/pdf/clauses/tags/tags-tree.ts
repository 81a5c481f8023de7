import type { PDFDict } from '@cantoo/pdf-lib';
import type { MarkedSequence } from '../../../../pdf-reading/content/marked-sequence.ts';
import type { PaintedObject } from '../../../../pdf-reading/content/painted.ts';
import { asDict, itemsAt, nameAt, numberAt } from '../../../../pdf-reading/file/objects.ts';
import type { PdfPage } from '../../../../pdf-reading/pages.ts';
import { contentKey, contentKeyOf, isContent, isTag } from '../../../../pdf-reading/tags.ts';
import type { Clause } from '../../clause.ts';

export const tagsTree: Clause = {
  rule: 'tags-tree',
  appliesTo: ['screen'],
  check({ tags, pages }, { find, skip }) {
    if (!tags) return skip('The file has no tags');
    const kidsOf = new Map<PDFDict, Set<string>>();
    const wanted = new Map<PDFDict, Set<number>>();
    const objects = new Map<PDFDict, PDFDict>();
    for (const tag of tags.all) {
      const own = new Set<string>();
      kidsOf.set(tag.dict, own);
      for (const kid of tag.kids) {
        if (isTag(kid)) continue;
        if (!isContent(kid)) {
          if (kid.object) objects.set(kid.object, tag.dict);
          else find({ found: `A tag ${tag.name} names an annotation that is not there`, expected: 'one that is' });
        } else if (!kid.owner)
          find({ found: `A tag ${tag.name} does not say on which page its content is`, expected: 'Pg' });
        else {
          own.add(contentKeyOf(kid));
          wanted.set(kid.owner, (wanted.get(kid.owner) ?? new Set()).add(kid.id));
        }
      }
    }
    const numberOf = new Map(pages.map((page) => [page.dict, page]));
    for (const page of pages) lookAtAnnotations(page);
    let last: MarkedSequence | undefined;
    const look = (shown: PaintedObject) => {
      const mark = shown.marks.findLast(({ id }) => id !== undefined);
      if (!mark || mark === last) return;
      last = mark;
      const { row, id } = mark;
      if (shown.marks.some(({ tag }) => tag === 'Artifact')) return;
      const parent = tags.parentOf(row, id);
      wantedOn(shown.page, row)?.delete(id as number);
      if (!parent)
        find({
          found: 'Content of a tag is in no row of the parent tree',
          expected: 'its tag, in the row of its page',
          on: shown,
        });
      else if (!kidsOf.get(parent)?.has(contentKey(row, id)))
        find({
          found: `Content belongs to a tag ${nameAt(parent, 'S') ?? ''} that does not name it`,
          expected: 'tag and content that name each other',
          on: shown,
        });
    };
    return {
      text: look,
      path: look,
      image: look,
      shading: look,
      end() {
        // Marked content can be empty: nothing of it is painted, and yet it exists.
        for (const [owner, ids] of wanted)
          for (const id of ids) {
            if (tags.parentOf(numberAt(owner, 'StructParents'), id)) continue;
            find({
              found: 'A tag names content that its page has not',
              expected: 'content with that number',
              on: numberOf.get(owner),
            });
          }
      },
    };

    function wantedOn(page: PdfPage, row: number | undefined): Set<number> | undefined {
      if (numberAt(page.dict, 'StructParents') === row) return wanted.get(page.dict);
      for (const [owner, ids] of wanted) if (numberAt(owner, 'StructParents') === row) return ids;
      return undefined;
    }

    function lookAtAnnotations(page: PdfPage): void {
      for (const item of itemsAt(page.dict, 'Annots')) {
        const annotation = asDict(item);
        const row = numberAt(annotation, 'StructParent');
        if (!annotation || (row === undefined && !objects.has(annotation))) continue;
        const parent = tags?.parentOf(row);
        if (!parent || objects.get(annotation) !== parent)
          find({
            found: 'An annotation and its tag do not name each other',
            expected: 'a row in the parent tree that leads to its tag',
            on: page,
          });
      }
    }
  },
};
