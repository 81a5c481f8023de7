import type { Chrome } from '../../../build/browser/browser.ts';
import { noCache } from '../../../build/cache/cache.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { wholeIssue } from '../../../build/editions/units.ts';
import { dressPictures } from '../../../build/fonts/dress-pictures.ts';
import type { Issue } from '../../../build/issue/model.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { makePrint, type PrintedIssue } from '../../../build/pdf/make-print.ts';
import { makeAllOffprints, type NamedOffprint } from '../../../build/pdf/offprints/make-all-offprints.ts';
import { openUnit } from '../../../build/pdf/opened-unit.ts';
import type { PrintedUnit } from '../../../build/pdf/printed-unit.ts';
import { makeScreen } from '../../../build/pdf/screen/make-screen.ts';
import { readStyle, type Style } from '../../../build/styles/style.ts';
import { openTheme } from '../../../build/theme/theme.ts';
import { theme } from '../../galley/compose.ts';

/** What is read on a screen, of an issue. */
export interface Made {
  printed: PrintedIssue;
  units: PrintedUnit[];
  screen: Uint8Array;
  offprints: NamedOffprint[];
  /** Makes them without the screen PDF, whose pages they share. */
  offprintsAlone: () => Promise<NamedOffprint[]>;
}

export async function makeReadable(chrome: Chrome, issue: Issue, style: Style, its = theme): Promise<Made> {
  const printed = await makePrint(chrome, await dressPictures(issue, style), style, its, { offprints: true });
  const articles = issue.articles.map(({ id }) => id);
  const units = [wholeIssue(printed, articles)];
  const opened = units.map(openUnit);
  return {
    printed,
    units,
    screen: await makeScreen(issue, opened, its.terms, noCache),
    offprints: await makeAllOffprints(issue, opened, its.terms, noCache),
    offprintsAlone: () => makeAllOffprints(issue, units.map(openUnit), its.terms, noCache),
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
