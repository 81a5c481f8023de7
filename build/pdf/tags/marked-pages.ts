import { PDFContext, type PDFDocument, type PDFPage, type PDFStream } from '@cantoo/pdf-lib';
import { contentStreamRef } from '../../pdf-reading/file/streams.ts';
import type { Sheet } from './mark-page.ts';
import type { Marked } from './marking.ts';

/** A page whose content was marked in one document, for another that has it, too. */
export interface MarkedPage {
  marked: Marked;
  content: PDFStream;
}

/** What is kept belongs to no document: a single object of one would keep all its others. */
const nowhere = PDFContext.create();

/** What came of marking a page; undefined for one with marks in its forms, which are other objects in each document. */
export function markedPage(document: PDFDocument, { page, streams }: Sheet): MarkedPage | undefined {
  const [own] = streams;
  if (!own || streams.length > 1) return undefined;
  const content = document.context.lookup(contentStreamRef(page)) as PDFStream;
  return { marked: own.marked, content: content.clone(nowhere) };
}

/** Puts content that was marked into the same page of another document. */
export function putMarked({ context }: PDFDocument, page: PDFPage, { content }: MarkedPage): void {
  context.assign(contentStreamRef(page), content.clone(context));
}

/** What was marked on a page of an issue, with the tags of an article’s own document, which are numbered from 1; undefined where anything on it is not the article’s. */
export function ofArticle(marked: Marked, { from, to }: { from: number; to: number }): Marked | undefined {
  const { owners, labels, extents } = marked;
  if (owners.some((owner) => owner < from || owner >= to)) return undefined;
  const anew = (number: number) => number - from + 1;
  const renumbered = <Value>(some: ReadonlyMap<number, Value>) =>
    new Map([...some].map(([number, value]) => [anew(number), value]));
  return { ...marked, owners: owners.map(anew), labels: renumbered(labels), extents: renumbered(extents) };
}
