import { PDFContext, type PDFDocument, type PDFPage, type PDFStream } from '@cantoo/pdf-lib';
import { contentStreamRef } from '../../pdf-reading/file/streams.ts';
import type { MarkedPageStreams } from './mark-page.ts';
import type { MarkedContent } from './marking.ts';

/** The content of a page that was marked in one document, for another document with the same page. */
export interface MarkedPage {
  marked: MarkedContent;
  content: PDFStream;
}

/** A context that belongs to no document: one object of a document would keep all its others in memory. */
const nowhere = PDFContext.create();

/**
 * Keeps the marked content of a page; undefined for a page with marks in its forms, which are other objects in each
 * document.
 */
export function markedPage(document: PDFDocument, { page, streams }: MarkedPageStreams): MarkedPage | undefined {
  const [own] = streams;
  if (!own || streams.length > 1) return undefined;
  const content = document.context.lookup(contentStreamRef(page)) as PDFStream;
  return { marked: own.marked, content: content.clone(nowhere) };
}

/** Puts marked content into the same page of another document. */
export function putMarked({ context }: PDFDocument, page: PDFPage, { content }: MarkedPage): void {
  context.assign(contentStreamRef(page), content.clone(context));
}

/**
 * Renumbers the marked content of an issue’s page for an article’s own document, whose tags are numbered from 1;
 * undefined where anything on the page is not the article’s.
 */
export function markedForArticle(
  marked: MarkedContent,
  { from, to }: { from: number; to: number },
): MarkedContent | undefined {
  const { owners, labels, extents } = marked;
  if (owners.some((owner) => owner < from || owner >= to)) return undefined;
  const renumber = (number: number) => number - from + 1;
  const renumbered = <Value>(some: ReadonlyMap<number, Value>) =>
    new Map([...some].map(([number, value]) => [renumber(number), value]));
  return { ...marked, owners: owners.map(renumber), labels: renumbered(labels), extents: renumbered(extents) };
}
