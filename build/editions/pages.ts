import type { Stage } from '../diagnostics/stage.ts';
import { dressPictures } from '../fonts/dress-pictures.ts';
import type { Issue } from '../issue/model.ts';
import { pageRecord } from '../pages/page-record.ts';
import { makePrint, type PrintedIssue } from '../pdf/make-print.ts';
import { fillHeadings } from '../record/fill-folios.ts';
import type { PageRecord } from '../record/schema.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import type { Style } from '../styles/style.ts';
import { type EditionContext, styleOf } from './edition.ts';

/** The pages of an issue, printed once for all editions. */
export interface Pages {
  printed: PrintedIssue;
  record: PageRecord;
  /** The issue as it was printed, with the faces of the style in its drawings. */
  issue: Issue;
  style: Style;
}

/**
 * Prints the pages of an issue. The browser prints the same for any choice of PDFs, so that each has the same bytes as
 * in a build of all: for `pdfs` with the pages that offprints show otherwise. `meanwhile` is called when Node is idle.
 * Badly set places are reported on the issue’s files. Throws TemplateError, StyleError, BrowserMissing, BrowserDied.
 */
export async function printIssue(
  context: EditionContext,
  stage: Stage,
  { pdfs, meanwhile }: { pdfs: boolean; meanwhile: () => void },
): Promise<Pages> {
  const { issue, theme, chrome } = context;
  const style = styleOf(context, pagesSheet);
  const dressed = await dressPictures(issue, style, false, context.cache);
  const printed = await stage('Printing pages', async () =>
    makePrint(await chrome(), dressed, style, theme, { offprints: pdfs, meanwhile }),
  );
  const record = pageRecord(issue, printed.pages);
  fillHeadings(issue, record.ids);
  return { printed, record, issue: dressed, style };
}
