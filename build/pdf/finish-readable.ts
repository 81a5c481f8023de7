import { type PDFDocument, PDFHeader, type PDFPage } from '@cantoo/pdf-lib';
import type { DocumentFacts } from './document-facts.ts';
import { setMetadata, setOutputIntent } from './metadata.ts';
import { type Bookmark, setOutline } from './outline.ts';
import { type PageLabel, setPageLabels } from './page-labels.ts';
import { screenProfile } from './profiles.ts';
import { savePdf } from './save-pdf.ts';
import type { ResolveLink } from './tags/links.ts';
import type { TagPlan } from './tags/plan.ts';
import type { PrintedTags } from './tags/read-printed-tags.ts';
import { retag, type SharedMarks, type TagPlace } from './tags/retag.ts';
import { writeTree } from './tags/write-tree.ts';

/** The parts of a PDF that is read on a screen. */
export interface ReadableInput {
  /** The document’s pages, by their number in what the browser printed. */
  pages: ReadonlyMap<number, PDFPage>;
  plan: TagPlan;
  printed: PrintedTags;
  resolveLink: ResolveLink;
  shared?: SharedMarks;
  labels: readonly PageLabel[];
  bookmarks: (places: ReadonlyMap<number, TagPlace>) => Bookmark[];
  about: DocumentFacts;
  /** The browser’s PDF: the file’s identifier is its hash. */
  seed: Uint8Array;
}

/**
 * Finishes a PDF that is read on a screen and aloud: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one. Every
 * page looks as the browser printed it.
 */
export async function finishReadable(document: PDFDocument, readable: ReadableInput): Promise<Uint8Array> {
  const { pages, plan, printed, resolveLink, shared, labels, bookmarks, about, seed } = readable;
  const { elements, places } = retag(document, { pages, plan, printed, resolveLink, shared });
  writeTree(document, elements, plan[0]?.lang);
  await claimReadable(document, { bookmarks: bookmarks(places), labels, about, seed });
  document.context.header = PDFHeader.forVersion(1, 7);
  return savePdf(document);
}

/** Gives a document that is read on a screen its bookmarks, page labels and metadata, and says what it claims to be. */
export async function claimReadable(
  document: PDFDocument,
  { bookmarks, labels, about, seed }: Pick<ReadableInput, 'labels' | 'about' | 'seed'> & { bookmarks: Bookmark[] },
): Promise<void> {
  setOutline(document, bookmarks);
  setPageLabels(document, labels);
  const intent = { standard: 'GTS_PDFA1', condition: 'sRGB IEC61966-2.1', info: 'sRGB IEC61966-2.1' } as const;
  setOutputIntent(document, intent, { data: await screenProfile(), components: 3 });
  setMetadata(document, about, { pdfa: { part: 2, conformance: 'A' }, pdfua: 1 }, seed);
}
