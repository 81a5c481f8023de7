import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChrome } from '../../build/browser/browser.ts';
import { noCache } from '../../build/cache/cache.ts';
import { workingCache } from '../../build/cache/working-cache.ts';
import { bytesOfFile, filesInMemory } from '../../build/disk/output-files.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { faceNames } from '../../build/editions/face-names.ts';
import { type FinishingMeans, startFinishing } from '../../build/finishing/finisher.ts';
import { dressPictures } from '../../build/fonts/dress-pictures.ts';
import { composeGalley, idsIn } from '../../build/galley/galley.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import { makePress, type PressFileKind } from '../../build/pdf/press/make-press.ts';
import { readPressSettings } from '../../build/pdf/press/press-settings.ts';
import { printBack } from '../../build/pdf/press/print-cover.ts';
import { makeScreen } from '../../build/pdf/screen/make-screen.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { issueName, multiplied } from './multiplied.ts';

/*
 * What finishing the PDFs costs beside setting and printing the pages, and the memory it takes. All in one run on one machine. A number behind `pdf` is how often the sample
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
  const galley = await composeGalley(issue, style, theme);
  const { units, pages } = await time('setting and printing pages', () =>
    makePrint(chrome, issue, style, theme, { offprints: true, galley }),
  );
  const about = { issue, terms: theme.terms, ids: idsIn(galley), working: workingCache(noCache) };
  const finish = async (wanted: FinishingMeans['wanted'], checks: FinishingMeans['checks']) => {
    const finisher = startFinishing({ ...about, wanted, checks });
    return Promise.all(units.map((unit) => finisher.finish(unit)));
  };
  const none = { screen: false, offprints: false, press: undefined };
  const parts = await time('parts of the screen PDF', () => finish({ ...none, screen: true }, undefined));
  const cut = await time('the offprints', () => finish({ ...none, offprints: true }, undefined));
  const inks = await time('parts of the print PDF', () => finish({ ...none, press: settings }, undefined));
  const checks = { faces: faceNames(style), press: settings };
  await time('all parts, and their checks', () => finish({ screen: true, offprints: true, press: settings }, checks));
  const screen = await time('linking the screen PDF', () =>
    bytesOfFile((sink) =>
      makeScreen(
        issue,
        parts.flatMap(({ screen: made }, i) => (made ? [{ part: made.part, folios: units[i]?.folios ?? [] }] : [])),
        theme.terms,
        sink,
      ),
    ),
  );
  const cover = await time('printing the back of the cover', () =>
    printBack(async () => chrome, { issue, style, theme, cache: noCache }),
  );
  const files = filesInMemory<PressFileKind>();
  await time('linking the print PDF', () =>
    makePress({
      issue,
      theme,
      cover,
      units,
      partOf: async (unit) => inks[units.indexOf(unit)]?.press?.part,
      settings,
      files,
      facts: source.facts,
    }),
  );
  const offprints = cut.flatMap((one) => one.offprints ?? []);
  const bare = lengthOf('setting and printing pages');
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const press = await files.read('print');
  const printed = (await Promise.all(units.map(({ pdf }) => pdf()))).reduce((sum, { length }) => sum + length, 0);
  const size = offprints.reduce((sum, { pdf }) => sum + pdf.length, 0);
  process.stdout.write(
    `\n${times} × the sample issue: ${pages.count} pages; Chrome’s PDF ${mb(printed)}, the screen PDF ${mb(screen.length)}, the print PDF ${mb(press.length)}, ${offprints.length} offprints ${mb(size)}\n`,
  );
  for (const [name, ms] of took)
    process.stdout.write(
      `  ${name.padEnd(32)}${ms.toFixed(0).padStart(7)} ms  ${(ms / bare).toFixed(2).padStart(6)} × setting and printing\n`,
    );
  process.stdout.write(
    `  ${'memory at the most'.padEnd(26)}${mb(process.resourceUsage().maxRSS * 1024).padStart(10)}\n`,
  );
}
