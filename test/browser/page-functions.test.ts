import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Page, startChrome } from '../../build/browser/browser.ts';
import { pageFunctions } from '../../build/browser/page-functions.ts';
import { makeBundle } from '../../build/in-page-bundle.mjs';
import type * as inPage from './fixtures/in-page/index.ts';
import bundle from './fixtures/in-page/index.ts?bundle';
import { siteWith } from './site-with.ts';

const { call, hold } = pageFunctions<typeof inPage>(bundle);
const chrome = await startChrome();
test.after(() => chrome.close());

/** The types are tested: a line that need not be wrong is an error of its own. */
export async function typesHold(page: Page): Promise<void> {
  const found = await hold(page, 'paragraphs', 'p');
  const { words }: { words: number } = await call(page, 'countWords', found, 1);
  // @ts-expect-error: nothing of that name is exported
  call(page, 'countLetters', found, words);
  // @ts-expect-error: what is exported is no function
  call(page, 'name');
  // @ts-expect-error: an argument is missing
  call(page, 'countWords', found);
  // @ts-expect-error: an argument too many
  call(page, 'later', 1);
  // @ts-expect-error: an argument of another type
  call(page, 'countWords', found, '1');
  // @ts-expect-error: elements stay in the browser, and have to be held there
  call(page, 'countWords', [], 1);
  // @ts-expect-error: a handle to something else
  call(page, 'countWords', await hold(page, 'byKey'), 1);
  // @ts-expect-error: a result that is not JSON
  call(page, 'paragraphs', 'p');
  // @ts-expect-error: neither is a map
  call(page, 'byKey');
}

const open = async <T>(html: string, work: (page: Page) => Promise<T>): Promise<T> =>
  chrome.withPage(await siteWith(html), work);

test('values come and go as they are, and what is held stays in the browser', () =>
  open('<p>one two</p><p>three</p>', async (page) => {
    const value = { text: 'є “x” \u2028 </script>', list: [1, null] };
    assert.equal(await call(page, 'same', value), value);
    assert.is(await call(page, 'later'), undefined);
    const found = await hold(page, 'paragraphs', 'p');
    assert.equal(await call(page, 'countWords', found, 1), { words: 3, asked: 1 });
    await hold(page, 'paragraphs', 'p');
    // What modules keep, they keep for the page.
    assert.is((await call(page, 'countWords', found, 1)).asked, 2);
  }));

test('the next page begins with new modules', () =>
  open('<p>one</p>', async (page) => {
    const found = await hold(page, 'paragraphs', 'p');
    assert.is((await call(page, 'countWords', found, 1)).asked, 1);
  }));

test('nothing in the page has a name, and a document takes the names of none', () =>
  open('<p id="inPage">one</p><form name="paragraphs"></form><p id="JSON">two</p>', async (page) => {
    assert.equal(await call(page, 'seen'), ['paragraphs', 'inPage']);
    assert.is((await call(page, 'countWords', await hold(page, 'paragraphs', 'p'), 1)).words, 2);
  }));

test('an error in the page names the file and line that it comes from', () =>
  open('<p>one</p>', async (page) => {
    const found = await hold(page, 'paragraphs', 'p');
    const error = await call(page, 'countWords', found, 2).catch((thrown: Error) => thrown);
    if (!(error instanceof Error)) return assert.unreachable();
    assert.is(error.message, 'only 1 words');
    const source = await readFile(join(import.meta.dirname, 'fixtures/in-page/paragraphs.ts'), 'utf8');
    const line = source.slice(0, source.indexOf('throw new')).split('\n').length;
    assert.match(error.stack ?? '', `countWords (test/browser/fixtures/in-page/paragraphs.ts:${line}:`);
  }));

test('what the browser cannot have is told when the script is made, with file and line', () => {
  const fixture = (name: string) => join(import.meta.dirname, 'fixtures/for-node', name);
  assert.throws(
    () => makeBundle(fixture('asks-the-disk.ts')),
    /asks-the-disk\.ts cannot be made ready for the browser:\n.*asks-the-disk\.ts:2: Could not resolve "node:fs"/,
  );
  assert.throws(
    () => makeBundle(fixture('asks-a-package.ts')),
    /asks-a-package\.ts runs in the browser, and may import only code of ours: .*hast-util-to-string/,
  );
});

test('a script depends on its sources alone', () => {
  const entry = join(import.meta.dirname, 'fixtures/in-page/index.ts');
  const before = process.cwd();
  const made = makeBundle(entry);
  process.chdir('/');
  const again = makeBundle(entry);
  process.chdir(before);
  assert.is(again.code, made.code);
  assert.not.match(made.code, resolve(import.meta.dirname, '../..'));
  assert.equal(made.inputs.map((path) => path.slice(path.lastIndexOf('/') + 1)).sort(), [
    'folio-text.ts',
    'index.ts',
    'paragraphs.ts',
  ]);
});

test('only as a bundle, or for its types, does other code import what runs in the browser', async () => {
  const build = resolve(import.meta.dirname, '../../build');
  const paths = (await readdir(build, { recursive: true })).filter((path) => /(?<!\.d)\.ts$/.test(path));
  for (const path of paths.filter((one) => !/in-page[\\/]/.test(one))) {
    const code = await readFile(join(build, path), 'utf8');
    const values = /^(?:import|export)\s(?!type\s)[^;]*?'[^']*in-page\/[^'?]*'|import\('[^']*in-page\/[^'?]*'/m;
    assert.not.match(code, values, path);
  }
});

test.run();
