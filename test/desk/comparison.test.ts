import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame } from 'puppeteer';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildIssue } from '../../build/build.ts';
import { noCache } from '../../build/cache/cache.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { journal } from '../cli/folders.ts';
import { deskFor } from './desk-for-test.ts';
import { openWindow, untilFollowed } from './page-window.ts';

const hostile = '\\<img src=x onerror="parent.hacked=1"\\>\\<script\\>parent.hacked=1\\</script\\>';
const source = await journal();
const name = 'manuscripts/2026-1/first.md';
const original = (await readFile(join(source, name), 'utf8')).replace('The note.', 'The note of 1848.');
await writeFile(join(source, name), original);
const desk = await deskFor(source, '2026-1');
const file = join(desk.root, name);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: desk.root });
const { page, errors } = await openWindow(desk.url);
test.after(desk.end);

/** Compares with what the dialog has chosen, or with a revision, and gives the report. */
async function compared(revision?: string): Promise<Frame> {
  await page.click('#open-view');
  await page.click('#compare');
  await page.waitForSelector('#compare-dialog[open]');
  if (revision === undefined) await page.click('#with-build');
  else {
    await page.click('#revision', { count: 3 });
    await page.type('#revision', revision);
  }
  await page.click('#compare-form [type=submit]');
  const element = await page.waitForSelector('#comparison-report iframe', { timeout: 120_000 });
  const frame = await element?.contentFrame();
  await frame?.waitForSelector('h1');
  return frame as Frame;
}
const textOf = (frame: Frame) => frame.$eval('body', (body) => body.innerText);
const edit = (from: string, to: string) => untilFollowed(page, () => writeFile(file, original.replace(from, to)));

test('where there is nothing to compare with, that is said', async () => {
  await page.keyboard.press('d');
  await page.waitForSelector('#compare-dialog[open]');
  assert.is(await page.$eval('#with-build', (one) => (one as HTMLInputElement).disabled), true);
  assert.match(await page.$eval('#compare-dialog', (one) => (one as HTMLElement).innerText), /in no Git repository/);
  await page.click('#compare-dialog .close');
  const answer = await fetch(`${desk.url}comparison?lang=uk`, { method: 'POST' });
  assert.match(((await answer.json()) as { found: string }).found, /no finished build in dist\/2026-1/);
});

test('the pages stand beside those of the last finished build, with what changed', async () => {
  const { files } = await buildIssue('2026-1', {
    repository: await openRepository(desk.root),
    out: join(desk.root, 'dist'),
    only: new Set(['epub', 'screen']),
    strict: false,
    chrome: async () => desk.chrome,
    cache: noCache,
    stage: (_name, work) => work(),
  });
  assert.equal(
    files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal).map(String)),
    [],
  );
  assert.match(await textOf(await compared()), /Nothing changed\./);
  await edit('The first paragraph', `The second ${hostile} paragraph`);
  assert.match(await page.$eval('#compared-state', (one) => one.textContent ?? ''), /have changed/);
  await page.click('#comparison-close');
  const frame = await compared();
  const said = await textOf(frame);
  assert.match(said, /What changed from dist\/2026-1 to 2026-1/);
  assert.match(said, /first\s+second <img src=x/);
  assert.match(said, /manuscripts\/2026-1\/first\.md:7:5/);
  assert.is((await frame.$$('.page img')).length, 2);
  assert.ok((await frame.$$('.after .mark')).length > 0);
  const isDrawn = await frame.$$eval('.page img', (all) =>
    all.every((one) => (one as HTMLImageElement).naturalWidth > 500),
  );
  assert.ok(isDrawn);
  // Nothing of a manuscript runs.
  assert.is(await page.evaluate(() => 'hacked' in window), false);
});

test('a change opens its line, and shows its page; the queries stay beside it', async () => {
  const frame = page.frames().find((one) => one.url().includes('/comparison/')) as Frame;
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/open?'));
  await frame.evaluate(() =>
    [...document.querySelectorAll('button')].find((one) => /editor/.test(one.innerText))?.click(),
  );
  assert.is(new URL((await asked).url()).searchParams.get('file'), name);
  await edit('The first paragraph', 'The paragraph<!-- ASK: Which? -->');
  await page.waitForSelector('#findings .finding');
  await page.click('#tab-findings');
  assert.match(await page.$eval('#findings', (one) => (one as HTMLElement).innerText), /\[Q1\] Which\?/);
  assert.is(await page.$eval('#comparison', (one) => (one as HTMLElement).hidden), false);
  await page.click('#compare-again');
  await page.waitForSelector('#comparison-report iframe');
  const again = page.frames().find((one) => one.url().includes('/comparison/')) as Frame;
  await again.waitForSelector('button');
  // The click closes the report itself.
  await again.evaluate(() => {
    const shows = [...document.querySelectorAll('button')].find((one) => /^Page/.test(one.innerText));
    setTimeout(() => shows?.click());
  });
  await page.waitForFunction(() => document.getElementById('comparison')?.hidden);
  assert.is(await page.$eval('.page.current', (one) => one.getAttribute('aria-label')), 'Page 4');
});

test('a revision of the journal’s repository is compared, too', async () => {
  git('init', '-q');
  git('add', 'manuscripts');
  git('commit', '-qm', 'One');
  await edit('Few words', 'Few words');
  await writeFile(file, original.replace('a note', 'some note'));
  const frame = await compared('HEAD');
  assert.match(await textOf(frame), /What changed from HEAD to 2026-1/);
  await page.click('#comparison-close');
  // Nothing of the user’s checkout changed.
  assert.is(git('status', '--porcelain', 'manuscripts').toString().trim(), 'M manuscripts/2026-1/first.md');
});

test('a revision that is none, and one with errors, are refused with what helps, in the user’s language', async () => {
  const ask = async (revision: string, lang: string) => {
    const query = new URLSearchParams({ revision, lang });
    return (await (await fetch(`${desk.url}comparison?${query}`, { method: 'POST' })).json()) as {
      found: string;
      fix: string;
    };
  };
  assert.equal(await ask('nothing', 'en'), {
    found: 'There is no Git revision nothing.',
    fix: 'Name a commit, a tag or a branch: HEAD~1, v1, main.',
  });
  for (const one of ['--output=/tmp/x', 'HEAD:manuscripts', '$(touch x)'])
    assert.match((await ask(one, 'en')).found, /There is no Git revision/);
  await writeFile(file, original.replace('[^1].', '[^2].').replace('title:', 'titel:'));
  git('commit', '-qam', 'Two');
  await writeFile(file, original);
  assert.match((await ask('HEAD', 'en')).found, /manuscripts of HEAD have errors/);
});

test('only the desk’s own page is told, and the report has no scripts; axe finds nothing in the panel', async () => {
  const foreign = { origin: 'https://elsewhere.example' };
  assert.is((await fetch(`${desk.url}comparison?revision=HEAD`, { method: 'POST', headers: foreign })).status, 403);
  assert.is((await fetch(`${desk.url}comparison/999`)).status, 404);
  assert.is((await fetch(`${desk.url}comparison/..%2f..%2fstate`)).status, 404);
  const report = await fetch(`${desk.url}comparison/2`);
  assert.match(report.headers.get('content-security-policy') ?? '', "default-src 'none'");
  assert.not.match(report.headers.get('content-security-policy') ?? '', 'script-src');
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const check = async (): Promise<void> => {
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    assert.equal(violations, []);
  };
  await compared();
  await check();
  await page.click('#compare-other');
  await page.waitForSelector('#compare-dialog[open]');
  await check();
  assert.equal(errors, []);
  assert.equal(desk.troubles, []);
});

test.run();
