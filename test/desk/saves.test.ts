import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DeskState } from '../../build/desk/desk-state.ts';
import { siteWith } from '../browser/site-with.ts';
import { journal } from '../cli/folders.ts';
import { type DeskForTest, deskFor } from './desk-for-test.ts';
import { readEvents } from './read-events.ts';

const desk: DeskForTest = await deskFor(await journal(), '2026-1');
const first = join(desk.root, 'manuscripts/2026-1/first.md');
const original = await readFile(first, 'utf8');

/** Saves a file, and waits until the desk has set it. */
async function save(path: string, text: string): Promise<DeskState> {
  const { revision } = await desk.state();
  await writeFile(path, text);
  return desk.until((state) => state.revision > revision && !state.isBusy);
}

const unitsOf = ({ pages }: DeskState): Map<string, string> => new Map(pages.map(({ of, unit }) => [of, unit]));

test('a saved word changes the pages of its article, and no other', async () => {
  const before = await desk.state();
  const after = await save(first, original.replace('The first paragraph', 'The very first paragraph'));
  const [was, is] = [unitsOf(before), unitsOf(after)];
  for (const [of, unit] of was) assert.is(is.get(of) === unit, of !== 'first', of);
  assert.equal(
    after.pages.filter(({ hash }, i) => hash !== before.pages[i]?.hash).map(({ of }) => of),
    ['first'],
  );
  const pdf = await fetch(`${desk.url}units/${is.get('first')}.pdf`);
  assert.is(pdf.headers.get('content-type'), 'application/pdf');
  // A window may still be drawing the pages before.
  assert.ok((await fetch(`${desk.url}units/${was.get('first')}.pdf`)).ok);
});

test('saved as it was, it has the pages that it had', async () => {
  const before = await save(first, original);
  const after = await save(first, `${original}\n`);
  assert.equal(
    after.pages.map(({ hash }) => hash),
    before.pages.map(({ hash }) => hash),
  );
});

test('a file that its editor empties before it writes it is not read while it is empty', async () => {
  const { revision, findings } = await desk.state();
  assert.equal(findings, []);
  await writeFile(first, '');
  const told = desk.until((state) => state.revision > revision && !state.isBusy);
  await setTimeout(60);
  await writeFile(first, original.replace('The first paragraph', 'The fast paragraph'));
  assert.equal((await told).findings, []);
  await save(first, original);
});

test('an error keeps the last good pages, and is told with its place and a remedy, until it is mended', async () => {
  const before = await desk.state();
  const wrong = await save(first, original.replace('note.[^1]', 'note.[^2]'));
  assert.not(wrong.isCurrent);
  assert.equal(wrong.pages, before.pages);
  const [finding] = wrong.findings.filter(({ level }) => level === 'error');
  assert.is(finding?.file, 'manuscripts/2026-1/first.md');
  assert.is(finding?.line, 7);
  assert.ok(finding?.fix);
  const mended = await save(first, original);
  assert.ok(mended.isCurrent);
  assert.equal(mended.findings, []);
});

test('a finding has its place on a page', async () => {
  const long = `A ${'verylongwordthatnobodycandivide'.repeat(6)} stands here.`;
  await save(first, `${original}\n${long}\n`);
  const told = await desk.until(({ findings }) => findings.some(({ at }) => at));
  const [found] = told.findings.filter(({ at }) => at);
  assert.is(told.pages[(found?.at?.page ?? 0) - 1]?.of, 'first');
  assert.ok((found?.at?.boxes.length ?? 0) > 0);
  await save(first, original);
});

test('a new manuscript in the contents comes with the next save, and goes again', async () => {
  const issue = join(desk.root, 'manuscripts/2026-1/issue.yaml');
  const contents = await readFile(issue, 'utf8');
  await writeFile(join(desk.root, 'manuscripts/2026-1/third.md'), original.replace('On Footnotes', 'On Thirds'));
  const { pages } = await save(issue, contents.replace('second.md', 'second.md\n      - third.md'));
  assert.ok(
    (await desk.until((state) => state.pages.some(({ of }) => of === 'third'))).contents.some(
      ({ text }) => text === 'On Thirds',
    ),
    `${pages.length} pages`,
  );
  await writeFile(issue, contents);
  await rm(join(desk.root, 'manuscripts/2026-1/third.md'));
  await desk.until((state) => !state.isBusy && state.isCurrent && !state.pages.some(({ of }) => of === 'third'));
});

test('an issue that is moved away is told of, and shown again when it is back', async () => {
  const [here, away] = [join(desk.root, 'manuscripts/2026-1'), join(desk.root, 'away')];
  await rename(here, away);
  const gone = await desk.until(({ isCurrent }) => !isCurrent);
  assert.ok(gone.pages.length > 0);
  assert.ok(gone.findings.some(({ level }) => level === 'error'));
  await rename(away, here);
  const back = await desk.until(({ isCurrent, isBusy }) => isCurrent && !isBusy);
  assert.equal(back.findings, []);
});

test('so is one whose folder was removed and made again, and it is followed as before', async () => {
  const here = join(desk.root, 'manuscripts');
  await cp(here, join(desk.root, 'copy'), { recursive: true });
  await rm(here, { recursive: true });
  await desk.until(({ isCurrent }) => !isCurrent);
  await rename(join(desk.root, 'copy'), here);
  await desk.until(({ isCurrent, isBusy }) => isCurrent && !isBusy);
  assert.not((await save(first, original.replace('note.[^1]', 'note.[^2]'))).isCurrent);
  assert.ok((await save(first, original)).isCurrent);
});

test('a browser that is killed is started again for the next save', async () => {
  await desk.chrome
    .withPage(await siteWith('<p>Text</p>'), async (page) => page.browser())
    .then((browser) => browser.process()?.kill('SIGKILL'));
  const after = await save(first, original.replace('The first', 'The killed'));
  assert.ok(after.isCurrent, JSON.stringify(after.findings));
  assert.is(after.trouble, '');
  await save(first, original);
});

test('two windows are told of the same changes', async () => {
  const windows = [await readEvents(`${desk.url}events`), await readEvents(`${desk.url}events`)];
  for (const window of windows) assert.is((await window.next()).name, 'state');
  await save(first, original.replace('The first', 'The seen'));
  for (const window of windows) {
    let event = await window.next();
    while (!event.data.pages) event = await window.next();
    assert.ok((event.data.pages as unknown[]).length > 0);
    window.close();
  }
  await save(first, original);
});

test('saves that follow one another end with the last', async () => {
  for (const word of ['one', 'two', 'three', 'four'])
    await writeFile(first, original.replace('The first', `The ${word}`));
  const { revision } = await desk.state();
  await desk.until((state) => state.revision > revision && !state.isBusy);
  const hits = (await (await fetch(`${desk.url}search?q=The+four+paragraph`)).json()) as unknown[];
  assert.is(hits.length, 1);
  await save(first, original);
});

test('nothing was wrong that it had to tell of in the terminal', () => {
  assert.equal(desk.troubles, []);
});

test.after(() => desk.end());

test.run();
