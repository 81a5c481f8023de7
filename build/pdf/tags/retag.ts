import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { Extent } from './extents.ts';
import { mergeLinks, type ResolveLink } from './links.ts';
import { type MarkedPageStreams, markPage } from './mark-page.ts';
import type { MarkedContent } from './marking.ts';
import { orderTags } from './order-tags.ts';
import { type PieceMarks, pieceMarks, renumber } from './piece-marks.ts';
import type { TagPlan } from './plan.ts';
import type { PrintedTags } from './read-printed-tags.ts';
import { spacesOf } from './spaces.ts';
import { type TagElements, writeElements } from './write-elements.ts';

/** Marked content that documents with the same pages share, so that each page is marked once. */
export interface SharedMarks {
  /** The marked content of pages that need not be marked again, by page number. */
  already?: ReadonlyMap<number, MarkedContent>;
  /** Receives the streams of each page after marking. */
  keep?: (number: number, markedPage: MarkedPageStreams) => void;
}

/** The place of a planned tag: its page and the upper edge of its content, in points. */
export interface TagPlace {
  page: PDFRef;
  top: number;
}

/** The tags that a document gets, and what they are made from. */
export interface RetagInput {
  /** The document’s pages, by their number in what the browser printed. */
  pages: ReadonlyMap<number, PDFPage>;
  plan: TagPlan;
  printed: PrintedTags;
  resolveLink: ResolveLink;
  shared?: SharedMarks | undefined;
  /** What makes ids of tags unique among several documents. */
  prefix?: string;
}

/**
 * Replaces the browser’s tags in a document, which were read before, by the planned ones: in the order of the
 * manuscripts, with all content in a tag or an artifact, and with a tag for each link. Returns the new tags, whose tree
 * has no root yet, and the place where each tag’s own content begins, by number.
 */
export function retag(
  document: PDFDocument,
  { pages, plan, printed, resolveLink, shared: { already, keep } = {}, prefix }: RetagInput,
): { elements: TagElements; places: Map<number, TagPlace> } {
  const marks = pieceMarks(plan, printed);
  const lastPages = lastPagesOf(marks);
  const spaces = spacesOf(document);
  const markedPages = new Map<number, MarkedPageStreams>();
  for (const [number, page] of pages) {
    const known = already?.get(number);
    const pieces = marks.get(number);
    const goesOn = (block: number) => (lastPages.get(block) ?? -1) > number;
    const markedPage = known
      ? { page, streams: [{ form: undefined, marked: known }] }
      : markPage(document, page, (id) => pieces?.get(id), goesOn, spaces);
    markedPages.set(number, markedPage);
    keep?.(number, markedPage);
  }
  const ordered = orderTags(plan, renumber(printed, markedPages));
  const links = mergeLinks(document, pages, ordered, resolveLink);
  const extents = new Map<number, Extent>();
  const places = new Map<number, TagPlace>();
  for (const { page, streams } of markedPages.values())
    for (const { marked } of streams)
      for (const [number, extent] of marked.extents) {
        if (extents.has(number)) continue;
        extents.set(number, extent);
        places.set(number, { page: page.ref, top: extent[3] });
      }
  return { elements: writeElements(document, { plan, ordered, markedPages, links, extents }, prefix), places };
}

/** The last page of each block. */
function lastPagesOf(marks: PieceMarks): Map<number, number> {
  const last = new Map<number, number>();
  for (const [page, pieces] of marks)
    for (const { block } of pieces.values()) last.set(block, Math.max(page, last.get(block) ?? 0));
  return last;
}
