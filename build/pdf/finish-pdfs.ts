import type { Chrome } from '../browser/browser.ts';
import type { Edition } from '../issue/editions.ts';
import type { Issue, IssueFacts, Located } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Style } from '../styles/style.ts';
import type { Templates } from '../theme/templates.ts';
import type { TermsBook } from '../theme/terms.ts';
import type { Printed } from './make-print.ts';
import { makeOffprints } from './offprints/make-offprints.ts';
import { makePress } from './press/make-press.ts';
import type { PressSettings } from './press/press-settings.ts';
import { finishScreen } from './screen/finish-screen.ts';

/** A PDF that leaves the house. */
export interface FinishedPdf {
  /** In the issue’s folder. */
  path: string;
  pdf: Uint8Array;
  /** The words of each page, where its pages are those that were made up. */
  texts?: readonly string[];
}

/** What the PDFs are made of beside the printed pages. */
export interface PdfMeans {
  chrome: Chrome;
  issue: Issue;
  style: Style;
  house: { templates: Templates; terms: TermsBook };
  record: PageRecord;
  /** How the press wants it; undefined where nothing goes to the press. */
  press: PressSettings | undefined;
  facts: Located<IssueFacts>;
}

/**
 * Finishes the PDFs that are asked for, from one printing of the pages: for the screen, an offprint of each article, for the press. What is badly printed is
 * reported. Throws TemplateError, StyleError, BrowserDied.
 */
export async function finishPdfs(
  printed: Printed,
  only: ReadonlySet<Edition>,
  { chrome, issue, style, house, record, press, facts }: PdfMeans,
): Promise<FinishedPdf[]> {
  const finished: FinishedPdf[] = [];
  if (only.has('screen')) {
    const pdf = await finishScreen(issue, printed, house.terms);
    finished.push({ path: `${issue.slug}-screen.pdf`, pdf, texts: printed.pages.survey.pages });
  }
  if (only.has('offprints')) finished.push(...(await makeOffprints(issue, printed, record, house.terms)));
  if (press) {
    const files = await makePress(chrome, issue, style, house, printed, press, facts);
    finished.push(...files.map(({ ending, ...file }) => ({ path: `${issue.slug}${ending}`, ...file })));
  }
  return finished;
}
