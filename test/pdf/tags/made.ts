import type { Chrome } from '../../../build/browser/browser.ts';
import { noCache } from '../../../build/cache/cache.ts';
import { workingCache } from '../../../build/cache/working-cache.ts';
import { bytesOfFile } from '../../../build/disk/output-files.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import type { FinishedUnit } from '../../../build/finishing/finish-unit.ts';
import { startFinishing } from '../../../build/finishing/finisher.ts';
import { dressPictures } from '../../../build/fonts/dress-pictures.ts';
import { composeGalley, idsIn } from '../../../build/galley/galley.ts';
import type { Issue } from '../../../build/issue/model.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { makePrint, type PrintedIssue } from '../../../build/pdf/make-print.ts';
import type { Offprint } from '../../../build/pdf/offprints/make-offprints.ts';
import { type LoadedUnit, loadUnit } from '../../../build/pdf/printed-unit.ts';
import { makeScreen } from '../../../build/pdf/screen/make-screen.ts';
import { readStyle, type Style } from '../../../build/styles/style.ts';
import { openTheme } from '../../../build/theme/theme.ts';
import { theme } from '../../galley/compose.ts';

/** An offprint, and the name of its article. */
interface NamedOffprint extends Offprint {
  name: string;
}

/** What is read on a screen, of an issue. */
export interface Made {
  printed: PrintedIssue;
  units: LoadedUnit[];
  screen: Uint8Array;
  offprints: NamedOffprint[];
  /** Makes them without the screen PDF, whose pages they share. */
  offprintsAlone: () => Promise<NamedOffprint[]>;
}

export async function makeReadable(chrome: Chrome, issue: Issue, style: Style, its = theme): Promise<Made> {
  const dressed = await dressPictures(issue, style);
  const galley = await composeGalley(dressed, style, its);
  const printed = await makePrint(chrome, dressed, style, its, { offprints: true, galley });
  const units = await Promise.all(printed.units.map(loadUnit));
  const finished = (screen: boolean): Promise<FinishedUnit[]> => {
    const wanted = { screen, offprints: true, press: undefined };
    const about = { terms: its.terms, ids: idsIn(galley), checks: undefined, working: workingCache(noCache) };
    const finisher = startFinishing({ issue: dressed, wanted, ...about });
    return Promise.all(printed.units.map((unit) => finisher.finish(unit)));
  };
  const named = (made: readonly FinishedUnit[]): NamedOffprint[] =>
    made.flatMap(({ offprints = [] }) =>
      offprints.map(({ isClean: _, ...one }) => ({
        ...one,
        name: issue.articles.find(({ id }) => id === one.article)?.name ?? '',
      })),
    );
  const both = await finished(true);
  const parts = both.flatMap(({ screen }, i) => (screen ? { part: screen.part, folios: units[i]?.folios ?? [] } : []));
  return {
    printed,
    units,
    screen: await bytesOfFile((sink) => makeScreen(dressed, parts, its.terms, sink)),
    offprints: named(both),
    offprintsAlone: async () => named(await finished(false)),
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
