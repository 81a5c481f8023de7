import type { Chrome } from '../../../build/browser/browser.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { dressPictures } from '../../../build/fonts/dress-pictures.ts';
import type { Issue } from '../../../build/issue/model.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { pageRecord } from '../../../build/pages/page-record.ts';
import { makePrint, type PrintedIssue } from '../../../build/pdf/make-print.ts';
import { makeOffprints, type Offprint } from '../../../build/pdf/offprints/make-offprints.ts';
import { finishScreen } from '../../../build/pdf/screen/finish-screen.ts';
import { readStyle, type Style } from '../../../build/styles/style.ts';
import { openTheme } from '../../../build/theme/theme.ts';
import { theme } from '../../galley/compose.ts';

/** What is read on a screen, of an issue. */
export interface Made {
  printed: PrintedIssue;
  screen: Uint8Array;
  offprints: Offprint[];
  /** Makes them without the screen PDF, whose pages they share. */
  offprintsAlone: () => Promise<Offprint[]>;
}

export async function makeReadable(chrome: Chrome, issue: Issue, style: Style, its = theme): Promise<Made> {
  const printed = await makePrint(chrome, await dressPictures(issue, style), style, its, { offprints: true });
  const screen = await finishScreen(issue, printed, its.terms);
  const offprintsOf = (it: PrintedIssue) => makeOffprints(issue, it, pageRecord(issue, it.pages), its.terms);
  return {
    printed,
    screen,
    offprints: await offprintsOf(printed),
    offprintsAlone: () => offprintsOf({ ...printed, pdf: printed.pdf.slice() }),
  };
}

/** Makes them of an issue of a repository; `css` is laid over its style. */
export async function makeReadableOf(chrome: Chrome, root: string, folder: string, css = ''): Promise<Made> {
  const repository = await openRepository(root);
  const its = await openTheme(repository);
  const issue = await prepareIssue(await readIssue(repository, folder), repository, its.terms);
  const style = await readStyle(repository, issue.journal.style, 'print');
  return makeReadable(chrome, issue, { ...style, css: `${style.css}\n${css}` }, its);
}
