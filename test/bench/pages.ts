import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Page, type Site, startChrome } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { composeGalley } from '../../build/galley/galley.ts';
import { runningHeads } from '../../build/galley/running-heads.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { breakPages } from '../../build/pages/break-pages.ts';
import { readStyle } from '../../build/styles/style.ts';
import { termsFor } from '../../build/theme/terms.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { wholeSite } from '../galley/compose.ts';
import { tellBesideOlder } from './articles/beside-older.ts';
import { tellArticles, tellFiles } from './articles/tell-articles.ts';
import { greedyPages } from './greedy-pages.ts';
import { makeWhole, type WholeMade } from './make-whole.ts';
import { issueName, multiplied } from './multiplied.ts';
import { addUp, type Quality, qualityOf } from './page-quality.ts';
import { peerText } from './peer-text.ts';
import { type PeerResult, peersInstalled, printed, runPeers } from './peers.ts';

/*
 * What making up pages costs, stage by stage, beside Chrome’s bare printing of the same galley in columns, its notes at the end; how good the pages are
 * beside those of a greedy breaker; and what a typographer counts on the finished pages, beside those of Typst and XeLaTeX. All in one run on one machine.
 */

const usage = `npm run bench -- pages [--rows cost,pages] [--root JOURNAL] [--older CHECKOUT] [--turns 5]
npm run bench -- pages FILE.pdf…

The row “pages” is of --root’s first issue and its longest article; the sample issue without it. With --older, a folder with an older commit and its
packages, what making up these pages costs there and here. PDFs from any producer may be named; of these, only what is on their pages is told.
`;
const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: 'cost,pages' },
    root: { type: 'string', default: offprintRoot },
    older: { type: 'string' },
    turns: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
});
const rows = values.rows.split(',');
const turns = Number(values.turns);
if (values.help || rows.some((row) => !['cost', 'pages'].includes(row)) || !(turns > 0)) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}
if (positionals.length > 0) {
  await tellFiles(positionals);
  process.exit(0);
}

const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const chrome = await startChrome();

try {
  process.stdout.write(`${chrome.version} (${chrome.origin}), Node ${process.version}\n`);
  if (rows.includes('pages')) await tellArticles(resolve(values.root), work);
  if (values.older) await tellBesideOlder(resolve(values.older), resolve(values.root), turns);
  if (rows.includes('cost')) await tellCost();
} finally {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
}

async function tellCost(): Promise<void> {
  const one = await bench('the sample issue', offprintRoot);
  const ten = await bench('ten times the sample issue', await multiplied(10, work));
  if (peersInstalled) await comparePeers();
  else process.stdout.write('\nPaged.js and Vivliostyle: skipped; npm install in test/bench/peers/ for them\n');
  process.stdout.write(`\nten times the text takes ${(ten / one).toFixed(1)} times as long\n`);
}

async function bench(name: string, root: string): Promise<number> {
  const site = await galleyOf(root);
  const bare = middle([await printBare(site), await printBare(site), await printBare(site)]);
  const runs: { made: WholeMade; print: number; whole: number }[] = [];
  for (let run = 0; run < 3; run++) runs.push(await printOurs(site));
  const whole = middle(runs.map((run) => run.whole));
  const run = runs.find((one) => one.whole === whole) ?? runs[0];
  if (!run) return 0;
  const { made } = run;
  process.stdout.write(`\n${name}: ${made.count} pages; Chrome’s bare printing ${bare.toFixed(0)} ms\n`);
  for (const [stage, ms] of [...Object.entries(made.took), ['print', run.print], ['in all', run.whole]] as [
    string,
    number,
  ][]) {
    process.stdout.write(
      `  ${stage.padEnd(26)} ${ms.toFixed(0).padStart(7)} ms  ${(ms / bare).toFixed(2).padStart(6)} × bare\n`,
    );
  }
  const { flows } = made.measured;
  process.stdout.write(`  ${'pages'.padEnd(26)}${'pages columns  short  lines uneven   torn hyphens split   cost'}\n`);
  row('as printed', addUp(flows.map((flow, i) => qualityOf(flow, flow.frame, made.plans[i] ?? []))));
  // A greedy breaker cannot place floats.
  const plain = flows.map((flow) => ({ ...flow, floats: [] }));
  row('without floats', addUp(plain.map((flow) => qualityOf(flow, flow.frame, breakPages(flow, flow.frame)))));
  row('greedy, without floats', addUp(plain.map((flow) => qualityOf(flow, flow.frame, greedyPages(flow, flow.frame)))));
  return run.whole;
}

/** The same text through other programs: their time over ours, and what becomes of the notes. */
async function comparePeers(): Promise<void> {
  const site = await galleyOf(offprintRoot);
  const text = await peerText(chrome, site);
  const ours = await onPage(site, async (page) => {
    const start = performance.now();
    await makeWhole(page);
    return printed('Offprint', page, performance.now() - start, text.notes);
  });
  const whole = ours.made + ours.printed;
  process.stdout.write(
    `\nthe sample issue’s articles${' '.repeat(11)}pages     make    print  × ours  notes   lost misplaced\n`,
  );
  const tell = (result: PeerResult | string) => {
    if (typeof result === 'string') {
      process.stdout.write(`  ${result}\n`);
      return;
    }
    const { name, pages, made, printed: print, notes, lost, misplaced } = result;
    process.stdout.write(
      `  ${name.padEnd(34)}${[pages, `${made.toFixed(0)} ms`, `${print.toFixed(0)} ms`].map((one) => String(one).padStart(9)).join('')}${((made + print) / whole).toFixed(1).padStart(8)}${[notes, lost, misplaced].map((one) => String(one).padStart(7)).join('')}\n`,
    );
  };
  tell(ours);
  await runPeers(chrome, site, text, tell);
}

function row(name: string, q: Quality): void {
  const values = [q.pages, q.columns, q.short, q.lines, q.uneven, q.torn, q.hyphens, q.splitNotes, q.cost].map(
    (value) => value.toFixed(0).padStart(7),
  );
  process.stdout.write(`  ${name.padEnd(24)}${values.join('')}\n`);
}

/** The galley as it is, in columns: what anyone would print. */
async function printBare(site: Site): Promise<number> {
  return onPage(site, async (page) => {
    await page.addStyleTag({
      content: '.article { columns: var(--columns); column-gap: var(--column-gap); break-before: page; }',
    });
    return timeOf(() => print(page));
  });
}

async function printOurs(site: Site): Promise<{ made: WholeMade; print: number; whole: number }> {
  return onPage(site, async (page) => {
    const start = performance.now();
    const made = await makeWhole(page);
    const printing = await timeOf(() => print(page));
    return { made, print: printing, whole: performance.now() - start };
  });
}

async function galleyOf(root: string): Promise<Site> {
  const repository = await openRepository(root);
  const theme = await openTheme(repository);
  const issue = await prepareIssue(await readIssue(repository, issueName), repository, theme.terms);
  const style = await readStyle(repository, 'quarterly', 'print');
  const heads = runningHeads(issue, issue.articles, style.css, termsFor(theme.terms, issue.journal.lang));
  return wholeSite(await composeGalley(issue, style, theme), heads, issue, style);
}

function onPage<T>(site: Site, work: (page: Page) => Promise<T>): Promise<T> {
  return chrome.withPage(site, async (page) => {
    await page.emulateMediaType('print');
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load().then(() => {}))));
    return work(page);
  });
}

function print(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
