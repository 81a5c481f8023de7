import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { operationsOf, writeOperations } from '../content-stream.ts';
import { type Content, contentOf, dataOf, replaceContent } from '../streams.ts';
import { mergeLinks, type Target } from './links.ts';
import { markContent } from './mark-content.ts';
import { marksOf, renumber } from './marks.ts';
import { orderTags } from './order-tags.ts';
import type { TagPlan } from './plan.ts';
import { readTags } from './read-tags.ts';
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
  const mark = (content: Content, ref: PDFRef, dict: PDFDict, page: PDFRef, middle: number) => {
    const pieces = marks.get(ref.toString());
    const marked = markContent([...operationsOf(dataOf(content.stream))], (id) => pieces?.get(id), middle);
    replaceContent(document, content, writeOperations(marked.operations));
    marked.operations = [];
    streams.set(ref.toString(), { ref, dict, page, marked });
  };
  for (const page of document.getPages())
    mark(contentOf(page), page.ref, page.node, page.ref, page.getY() + page.getHeight() / 2);
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
