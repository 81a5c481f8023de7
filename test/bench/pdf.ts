import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chrome, startChrome } from '../../build/browser/browser.ts';
import { noCache } from '../../build/cache/cache.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { wholeIssue } from '../../build/editions/units.ts';
import { dressPictures } from '../../build/fonts/dress-pictures.ts';
import { composeGalley } from '../../build/galley/galley.ts';
import { newMeasureCache } from '../../build/lines/measure-cache.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { makePages } from '../../build/pages/make-pages.ts';
import type { PrintedIssue } from '../../build/pdf/make-print.ts';
import { copyPages } from '../../build/pdf/offprints/copy-pages.ts';
import { copyRules } from '../../build/pdf/offprints/copy-rules.ts';
import { makeAllOffprints } from '../../build/pdf/offprints/make-all-offprints.ts';
import { planCopies } from '../../build/pdf/offprints/plan-copies.ts';
import { openUnit } from '../../build/pdf/opened-unit.ts';
import { call } from '../../build/pdf/page-functions.ts';
import { makePress } from '../../build/pdf/press/make-press.ts';
import { readPressSettings } from '../../build/pdf/press/press-settings.ts';
import { printPages, withSite } from '../../build/pdf/print.ts';
import { makeScreen } from '../../build/pdf/screen/make-screen.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { issueName, multiplied } from './multiplied.ts';

/*
 * What finishing the PDFs costs beside Chrome’s printing of the pages, and the memory it takes. All in one run on one machine. A number behind `pdf` is how often the sample
 * issue is taken in place of once and ten times.
 */

const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const chrome = await startChrome();

try {
  process.stdout.write(`${chrome.version} (${chrome.origin}), Node ${process.version}\n`);
  const times = process.argv.slice(3).map(Number).filter(Boolean);
  for (const count of times.length > 0 ? times : [1, 10]) await bench(count);
} finally {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
}

async function bench(times: number): Promise<void> {
  const root = times === 1 ? offprintRoot : await multiplied(times, work);
  const repository = await openRepository(root);
  const theme = await openTheme(repository);
  const style = await readStyle(repository, 'quarterly', 'print');
  const source = await readIssue(repository, issueName);
  const issue = await dressPictures(await prepareIssue(source, repository, theme.terms), style);
  const settings = await readPressSettings(repository, source);
  if (!settings) throw new Error('The sample issue says nothing that a press could use');
  const took: [name: string, ms: number][] = [];
  const time = async <T>(name: string, doing: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const done = await doing();
    took.push([name, performance.now() - start]);
    return done;
  };
  const lengthOf = (name: string) => took.find(([one]) => one === name)?.[1] ?? 1;
  const printed = await print(chrome);
  const units = [
    openUnit(
      wholeIssue(
        printed,
        issue.articles.map(({ id }) => id),
      ),
    ),
  ];
  await time('reading what is printed', async () => units[0]?.tags());
  const screen = await time('the screen PDF', () => makeScreen(issue, units, theme.terms, noCache));
  const offprints = await time('the offprints', () => makeAllOffprints(issue, units, theme.terms, noCache));
  const [press] = await time('the print PDF', () =>
    makePress(chrome, { issue, style, theme, units, settings, facts: source.facts, cache: noCache }),
  );
  const bare = lengthOf('Chrome’s printing');
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const size = offprints.reduce((sum, { pdf }) => sum + pdf.length, 0);
  process.stdout.write(
    `\n${times} × the sample issue: ${printed.pages.count} pages; Chrome’s PDF ${mb(printed.pdf.length)}, the screen PDF ${mb(screen.length)}, the print PDF ${mb(press?.pdf.length ?? 0)}, ${offprints.length} offprints ${mb(size)}\n`,
  );
  for (const [name, ms] of took)
    process.stdout.write(
      `  ${name.padEnd(26)}${ms.toFixed(0).padStart(7)} ms  ${(ms / bare).toFixed(2).padStart(6)} × printing\n`,
    );
  process.stdout.write(
    `  ${'memory at the most'.padEnd(26)}${mb(process.resourceUsage().maxRSS * 1024).padStart(10)}\n`,
  );

  function print(browser: Chrome): Promise<PrintedIssue> {
    const date = new Date(0);
    return composeGalley(issue, style, theme).then((site) =>
      withSite(browser, site, async (page) => {
        const tags = await time('planning tags', () => call(page, 'planTags'));
        const pages = await makePages(page, 1, newMeasureCache());
        await time('showing tags', () => call(page, 'showTags'));
        await time('Chrome’s printing', () => printPages(page, date));
        const copies = planCopies(pages.survey.articles);
        const before = performance.now();
        await copyPages(page, pages.count, copies, tags, await copyRules(issue, pages, copies, style.css, theme));
        const pdf = await printPages(page, date);
        // What a build prints at once is printed a second time here, to tell them apart.
        took.push(['copies for offprints', performance.now() - before - lengthOf('Chrome’s printing')]);
        return { pdf, pages, tags, copies };
      }),
    );
  }
}
