import type { Chrome } from '../browser/browser.ts';
import { siteOf } from '../browser/site-of.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Article, Issue } from '../issue/model.ts';
import { printSite } from '../pdf/print.ts';
import type { Style } from '../styles/style.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import type { ProofLine } from './proof-lines.ts';

/** The margins around the pages of a proof, for numbers and for remarks; PDF points. */
export const proofMargins = { left: 44, right: 152, top: 40, bottom: 28 };

/** A page of a proof: what is printed around the page of the issue. PDF points from its left and top edge. */
export interface ProofSheet {
  folio: string;
  lines: { number: number; middle: number; side: ProofLine['side'] }[];
}

/** The means of printing the sheets of a proof. */
export interface SheetMeans {
  issue: Issue;
  style: Style;
  theme: Theme;
}

const template = 'print/proof-sheets.ejs';

/**
 * Prints what stands around the pages of a proof, a sheet for each: the number of every fifth line, what it is a proof
 * of, the edge of the page. `page` is the size of a page, in points. Throws TemplateError, BrowserDied.
 */
export async function printSheets(
  chrome: Chrome,
  { issue, style, theme }: SheetMeans,
  article: Article,
  page: { width: number; height: number },
  sheets: readonly ProofSheet[],
): Promise<Uint8Array> {
  const words = termsFor(theme.terms, article.lang);
  const document = await theme.templates.render(template, {
    issue,
    journal: issue.journal,
    article,
    words,
    issueLine: issueLine(issue, termsFor(theme.terms, issue.journal.lang)),
    page,
    margins: proofMargins,
    sheets,
  });
  parseRendered(document, `templates/${template}`);
  return printSite(chrome, siteOf(document, style.css, style, issue), issue.made, undefined, { tagged: false });
}
