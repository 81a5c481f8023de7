import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { operationsOf, writeOperations } from '../content-stream.ts';
import { contentOf, dataOf, replaceContent } from '../streams.ts';
import { mergeLinks, type Target } from './links.ts';
import { markContent } from './mark-content.ts';
import { type Marks, marksOf, renumber } from './marks.ts';
import { orderTags } from './order-tags.ts';
import type { TagPlan } from './plan.ts';
import { readTags } from './read-tags.ts';
import { spacesOf } from './spaces.ts';
import { type Stream, writeTags } from './write-tags.ts';

/** Where a planned tag stands: its page and the upper left corner of its content, in points. */
export interface TagPlace {
  page: PDFRef;
  left: number;
  top: number;
}

/**
 * Gives a document the planned tags in the place of the browser’s: in the order of the manuscripts, everything in a tag or an artifact, a tag for each link. Returns where
 * each tag’s own content begins, by number.
 */
export function retag(
  document: PDFDocument,
  plan: TagPlan,
  nameOf: (target: Target, tag: number) => string,
): Map<number, TagPlace> {
  const printed = readTags(document);
  const marks = marksOf(plan, printed);
  const streams = new Map<string, Stream>();
  const spaces = spacesOf(document);
  const lastPages = lastPagesOf(document, marks);
  for (const [index, page] of document.getPages().entries()) {
    const content = contentOf(page);
    const pieces = marks.get(page.ref.toString());
    const marked = markContent([...operationsOf(dataOf(content.stream))], {
      markOf: (id) => pieces?.get(id),
      spaceOf: spaces(page),
      goesOn: (block) => (lastPages.get(block) ?? -1) > index,
      middle: page.getY() + page.getHeight() / 2,
    });
    replaceContent(document, content, writeOperations(marked.operations));
    marked.operations = [];
    streams.set(page.ref.toString(), { ref: page.ref, dict: page.node, page: page.ref, marked });
  }
  const ordered = orderTags(plan, renumber(printed, streams));
  const links = mergeLinks(document, ordered, nameOf);
  writeTags(document, plan, ordered, streams, links);

  const places = new Map<number, TagPlace>();
  for (const { page, marked } of streams.values()) {
    for (const [number, [left, , , top]] of marked.extents)
      if (!places.has(number)) places.set(number, { page, left, top });
  }
  return places;
}

/** The last page on which a block has a part. */
function lastPagesOf(document: PDFDocument, marks: Marks): Map<number, number> {
  const last = new Map<number, number>();
  for (const [index, page] of document.getPages().entries())
    for (const { block } of marks.get(page.ref.toString())?.values() ?? []) last.set(block, index);
  return last;
}
