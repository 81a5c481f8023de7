import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runningProcesses, treeOf } from '../units/process-tree.ts';

/*
 * Makes up the pages of an issue by the Offprint of a checkout, so many times, and prints what each took, in ms, as JSON: `make-up-once.ts CHECKOUT
 * JOURNAL ISSUE TIMES`. It has to be run with the loader of that checkout. Checkouts from before articles were units of layout are known, too.
 */

/** A page of a browser, as far as it is used here. */
interface Page {
  emulateMediaType(type: string): Promise<void>;
  evaluate(code: string): Promise<unknown>;
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

const [checkout = '', journal = '', issue = '', times = '3'] = process.argv.slice(2);
const isOlder = existsSync(join(checkout, 'build/pages/make-pages.ts'));
const load = (path: string): Promise<Functions> => import(join(checkout, path)) as Promise<Functions>;
const call = async (path: string, name: string, ...args: unknown[]) => (await load(path))[name]?.(...args) as never;

interface Chrome {
  withPage(site: unknown, work: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const chrome: Chrome = await call('build/browser/browser.ts', 'startChrome');
const site = await (isOlder ? olderGalley() : galley());
const took: { wall: number; node: number; browser: number }[] = [];
let pages = 0;
for (let time = 0; time <= Number(times); time++)
  await chrome.withPage(site, async (page) => {
    await page.emulateMediaType('print');
    await page.evaluate('Promise.all([...document.fonts].map((face) => face.load().then(() => {})))');
    const before = { wall: performance.now(), node: nodeTime(), browser: browserTime() };
    const made: { count: number } = isOlder
      ? await call('build/pages/make-pages.ts', 'makePages', page, 1, await call('build/lines/memory.ts', 'newMemory'))
      : await call('test/bench/make-whole.ts', 'makeWhole', page);
    pages = made.count;
    // The first time compiles.
    if (time > 0)
      took.push({
        wall: performance.now() - before.wall,
        node: nodeTime() - before.node,
        browser: browserTime() - before.browser,
      });
  });
await chrome.close();
process.stdout.write(JSON.stringify({ pages, took }));

async function galley(): Promise<unknown> {
  const repository = await call('build/disk/repository.ts', 'openRepository', journal);
  const theme: { terms: unknown } = await call('build/theme/theme.ts', 'openTheme', repository);
  const read = await call('build/manuscript/read.ts', 'readIssue', repository, issue);
  const prepared: { articles: unknown; journal: { lang: string } } = await call(
    'build/manuscript/prepare.ts',
    'prepareIssue',
    read,
    repository,
    theme.terms,
  );
  const style: { css: string } = await call('build/styles/style.ts', 'readStyle', repository, 'quarterly', 'print');
  const terms = await call('build/theme/terms.ts', 'termsFor', theme.terms, prepared.journal.lang);
  const heads = await call(
    'build/galley/running-heads.ts',
    'runningHeads',
    prepared,
    prepared.articles,
    style.css,
    terms,
  );
  const composed = await call('build/galley/galley.ts', 'composeGalley', prepared, style, theme);
  return call('test/galley/compose.ts', 'wholeSite', composed, heads, prepared, style);
}

async function olderGalley(): Promise<unknown> {
  const repository = await call('build/repository.ts', 'openRepository', journal);
  const terms = await call('build/terms.ts', 'readTerms', repository);
  const read = await call('build/issue/read.ts', 'readIssue', repository, issue);
  const prepared = await call('build/manuscript/prepare.ts', 'prepareIssue', read, repository, terms);
  const style = await call('build/styles/style.ts', 'readStyle', repository, 'quarterly', 'print');
  const templates = await call('build/templates.ts', 'openTemplates', repository);
  return call('build/galley/galley.ts', 'composeGalley', prepared, style, templates, terms);
}

function nodeTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function browserTime(): number {
  const tree = treeOf(process.pid, runningProcesses()).filter(({ pid }) => pid !== process.pid);
  return tree.reduce((sum, { cpu }) => sum + cpu, 0);
}
