import { readFile } from 'node:fs/promises';
import { PDFHeader } from '@cantoo/pdf-lib';
import type { Issue } from '../../issue/model.ts';
import { type TermsBook, termsFor } from '../../terms.ts';
import { cutToTrim } from '../boxes.ts';
import { describeIssue } from '../description.ts';
import { dropUnused } from '../drop-unused.ts';
import type { Printed } from '../make-print.ts';
import { mendCharacters } from '../mend-characters.ts';
import { setMetadata, setOutputIntent } from '../metadata.ts';
import { setOutline } from '../outline.ts';
import { labelsOf, setPageLabels } from '../page-labels.ts';
import { openPdf, savePdf } from '../streams.ts';
import { retag } from '../tags/retag.ts';
import { finder, issueBookmarks } from './bookmarks.ts';
import { linkNames } from './link-names.ts';

/**
 * Makes of the pages that were printed the PDF that is read on a screen, and aloud: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one, labelled with the
 * folios, with bookmarks, links and metadata. No page looks other than the browser printed it.
 */
export async function finishScreen(issue: Issue, printed: Printed, terms: TermsBook): Promise<Uint8Array> {
  const words = termsFor(terms, issue.journal.lang);
  const document = await openPdf(printed.pdf);
  cutToTrim(document, printed.pages.trimming);
  mendCharacters(document);
  const places = retag(document, printed.tags, linkNames(issue, terms));
  setOutline(document, issueBookmarks(issue, words, finder(printed.tags, places), document));
  const folios = printed.pages.list.map(({ folio }) => folio);
  setPageLabels(document, labelsOf(folios, words.cover ?? ''));
  const profile = await readFile(new URL('../profiles/sRGB.icc', import.meta.url));
  setOutputIntent(
    document,
    { standard: 'GTS_PDFA1', condition: 'sRGB IEC61966-2.1', info: 'sRGB IEC61966-2.1' },
    { data: profile, components: 3 },
  );
  const claims = { pdfa: { part: 2, conformance: 'A' }, pdfua: 1 } as const;
  setMetadata(document, describeIssue(issue, words), claims, printed.pdf);
  document.context.header = PDFHeader.forVersion(1, 7);
  dropUnused(document);
  return savePdf(document);
}
