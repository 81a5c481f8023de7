import type { Issue } from '../../issue/model.ts';
import { type TermsBook, termsFor } from '../../terms.ts';
import { cutToTrim } from '../boxes.ts';
import { describeIssue } from '../description.ts';
import type { Printed } from '../make-print.ts';
import { setMetadata } from '../metadata.ts';
import { labelsOf, setPageLabels } from '../page-labels.ts';
import { openPdf, savePdf } from '../streams.ts';

/** Makes of the pages that were printed the PDF that is read on a screen: labelled with the folios, with metadata. */
export async function finishScreen(issue: Issue, { pdf, pages }: Printed, terms: TermsBook): Promise<Uint8Array> {
  const words = termsFor(terms, issue.journal.lang);
  const document = await openPdf(pdf);
  cutToTrim(document, pages.trimming);
  setPageLabels(
    document,
    labelsOf(
      pages.list.map(({ folio }) => folio),
      words.cover ?? '',
    ),
  );
  setMetadata(document, describeIssue(issue, words), {}, pdf);
  return savePdf(document);
}
