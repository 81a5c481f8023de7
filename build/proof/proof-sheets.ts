import type { Chrome } from '../browser/browser.ts';
import { siteOf } from '../browser/site-of.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Article, Issue } from '../issue/model.ts';
import { call } from '../pdf/page-functions.ts';
import { printSite, withSite } from '../pdf/print.ts';
import type { Style } from '../styles/style.ts';
import { inPoints } from '../text/in-points.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import type { ProofLine } from './proof-lines.ts';
import { stackBeside } from './stack-beside.ts';

/** The margins around a page of a proof, for numbers, queries and remarks; PDF points. */
export interface ProofMargins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const margins: ProofMargins = { left: 44, right: 152, top: 40, bottom: 28 };
/** Wider by what queries take; their text stands right of its sign. */
const marginsForQueries: ProofMargins = { ...margins, right: 224 };
/** Points: the least distance of two queries; and how far their text and its sign are from the page. */
const gap = 6;
export const signLeft = 32;

/** A query in the margin of a proof. */
export interface ProofQuery {
  number: number;
  text: string;
  /** The words that it is about; PDF points from the left and top edge of the page. */
  boxes: readonly (readonly [left: number, top: number, width: number, height: number])[];
}

/** A query where it stands; the height at which it begins is in points from the top edge of the page. */
export interface PlacedQuery extends ProofQuery {
  top: number;
}

/** A page of a proof: what is printed around the page of the issue. PDF points from its left and top edge. */
export interface ProofSheet {
  folio: string;
  lines: { number: number; middle: number; side: ProofLine['side'] }[];
  queries: ProofQuery[];
}

/** A page of a proof as it was printed. */
export interface PrintedSheet {
  margins: ProofMargins;
  queries: PlacedQuery[];
}

/** The means of printing the sheets of a proof. */
export interface SheetMeans {
  issue: Issue;
  style: Style;
  theme: Theme;
}

const template = 'print/proof-sheets.ejs';

/**
 * Prints what stands around the pages of a proof, a sheet for each: the number of every fifth line, the queries beside
 * their lines, what it is a proof of, the edge of the page. A sheet is as high as its queries need. `page` is the size
 * of a page, in points. Throws TemplateError, BrowserDied.
 */
export async function printSheets(
  chrome: Chrome,
  { issue, style, theme }: SheetMeans,
  article: Article,
  page: { width: number; height: number },
  sheets: readonly ProofSheet[],
): Promise<{ pdf: Uint8Array; sheets: PrintedSheet[] }> {
  const words = termsFor(theme.terms, article.lang);
  const documentOf = async (placed: readonly (ProofSheet & PrintedSheet)[]) => {
    const document = await theme.templates.render(template, {
      issue,
      journal: issue.journal,
      article,
      words,
      issueLine: issueLine(issue, termsFor(theme.terms, issue.journal.lang)),
      page,
      signLeft,
      sheets: placed,
    });
    parseRendered(document, `templates/${template}`);
    return siteOf(document, style.css, style, issue);
  };
  const asks = sheets.some(({ queries }) => queries.length > 0);
  const own = asks ? marginsForQueries : margins;
  const unplaced = sheets.map((sheet) => ({
    ...sheet,
    margins: own,
    queries: sheet.queries.map((query) => ({ ...query, top: 0 })),
  }));
  const heights = asks
    ? (await withSite(chrome, await documentOf(unplaced), (tab) => call(tab, 'heightsOf', '.query'))).map(inPoints)
    : [];
  const placed = unplaced.map((sheet) => {
    const { queries } = sheet;
    const { tops, below } = stackBeside(
      queries.map(({ boxes: [box] }) => (box ? box[1] + box[3] / 2 - firstLine / 2 : 0)),
      heights.splice(0, queries.length),
      { top: 0, bottom: page.height, gap },
    );
    return {
      ...sheet,
      margins: { ...own, bottom: own.bottom + Math.ceil(below) },
      queries: queries.map((query, i) => ({ ...query, top: tops[i] ?? 0 })),
    };
  });
  const pdf = await printSite(chrome, await documentOf(placed), issue.made, undefined, { tagged: false });
  return { pdf, sheets: placed };
}

/** The height of a query’s first line, in points, as the template sets it. */
const firstLine = 10;
