import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import type { Extent } from './extents.ts';
import { mergeLinks, type Settle } from './links.ts';
import { markPage, type Sheet } from './mark-page.ts';
import type { Marked } from './marking.ts';
import { type Marks, marksOf, renumber } from './marks.ts';
import { orderTags } from './order-tags.ts';
import type { TagPlan } from './plan.ts';
import type { PrintedTags } from './read-tags.ts';
import { spacesOf } from './spaces.ts';
import { writeTags } from './write-tags.ts';

/** What documents of the same pages have in common, that they need not be marked in each. */
export interface Sharing {
  /** What came of marking pages whose content is marked, by their number. */
  already?: ReadonlyMap<number, Marked>;
  /** Is given what comes of marking a page. */
  keep?: (number: number, sheet: Sheet) => void;
}

/** Where a planned tag stands: its page and the upper edge of its content, in points. */
export interface TagPlace {
  page: PDFPage;
  top: number;
}

/**
 * Gives a document the planned tags in the place of the browser’s, which were read before: in the order of the manuscripts, everything in a tag or an artifact, a tag for each
 * link. `pages` are the document’s, by their number in what the browser printed. Returns where each tag’s own content begins, by number.
 */
export function retag(
  document: PDFDocument,
  pages: ReadonlyMap<number, PDFPage>,
  plan: TagPlan,
  printed: PrintedTags,
  settle: Settle,
  { already, keep }: Sharing = {},
): Map<number, TagPlace> {
  const marks = marksOf(plan, printed);
  const lastPages = lastPagesOf(marks);
  const spaces = spacesOf(document);
  const sheets = new Map<number, Sheet>();
  for (const [number, page] of pages) {
    const known = already?.get(number);
    const pieces = marks.get(number);
    const goesOn = (block: number) => (lastPages.get(block) ?? -1) > number;
    const sheet = known
      ? { page, streams: [{ form: undefined, marked: known }] }
      : markPage(document, page, (id) => pieces?.get(id), goesOn, spaces);
    sheets.set(number, sheet);
    keep?.(number, sheet);
  }
  const ordered = orderTags(plan, renumber(printed, sheets));
  const links = mergeLinks(document, pages, ordered, settle);
  const extents = new Map<number, Extent>();
  const places = new Map<number, TagPlace>();
  for (const { page, streams } of sheets.values())
    for (const { marked } of streams)
      for (const [number, extent] of marked.extents) {
        if (extents.has(number)) continue;
        extents.set(number, extent);
        places.set(number, { page, top: extent[3] });
      }
  writeTags(document, plan, ordered, sheets, links, extents);
  return places;
}

/** The last page on which a block has a part. */
function lastPagesOf(marks: Marks): Map<number, number> {
  const last = new Map<number, number>();
  for (const [page, pieces] of marks)
    for (const { block } of pieces.values()) last.set(block, Math.max(page, last.get(block) ?? 0));
  return last;
}
