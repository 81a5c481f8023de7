import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';
import { startUserBrowser } from '../desk/user-browser.ts';
import { axeOnScreens } from './axe-on-screens.ts';

/*
 * The web edition as a reader opens it, from the folder: the article with every construct, and a journal whose
 * manuscripts mean harm.
 */

const test = suite('web/built');
const root = await mkdtemp(join(tmpdir(), 'offprint-web-'));
const { browser, end } = await startUserBrowser();
test.after(async () => {
  await end();
  await rm(root, { recursive: true, force: true });
});
const journals = {
  constructs: new URL('../manuscript/every-construct', import.meta.url),
  hostile: new URL('journal', import.meta.url),
};
for (const [name, from] of Object.entries(journals))
  await cp(fileURLToPath(from), join(root, name), { recursive: true });
const build = (name: string, out: string, ...more: string[]) =>
  offprint(['build', '--only', 'web', '--out', out, ...more], join(root, name));
const built = {
  constructs: await build('constructs', 'one'),
  hostile: await build('hostile', 'one'),
};
const folder = (name: string, out = 'one') => join(root, name, out, '1/web');
const pagesIn = async (name: string) => (await readdir(folder(name))).filter((path) => path.endsWith('.html')).sort();
const filesIn = async (at: string) =>
  (await readdir(at, { recursive: true })).filter((path) => /\.\w+$/.test(path)).sort();

test('it has a page for each article and one for the issue, which no article takes', async () => {
  for (const [name, { code, stderr }] of Object.entries(built)) assert.is(code, 0, `${name}: ${stderr}`);
  assert.equal(await pagesIn('constructs'), ['article.html', 'index-names.html', 'index-subjects.html', 'index.html']);
  assert.equal(await pagesIn('hostile'), ['_index.html', 'breath.html', 'index.html']);
});

test('it is the same without what an earlier build kept', async () => {
  await build('constructs', 'two', '--no-cache');
  const files = await filesIn(folder('constructs'));
  assert.equal(await filesIn(folder('constructs', 'two')), files);
  for (const path of files) {
    const [one, two] = await Promise.all(['one', 'two'].map((out) => readFile(join(folder('constructs', out), path))));
    assert.ok(one?.equals(two as Buffer), path);
  }
});

test('the printed pages are marked where they begin, and the notes are there once', async () => {
  const html = await readFile(join(folder('constructs'), 'article.html'), 'utf8');
  const record = JSON.parse(await readFile(join(root, 'constructs/two/1/pages.json'), 'utf8'));
  const marked = [...html.matchAll(/<a class="folio-mark" id="p(\d+)" href="#p\1"/g)].map(([, folio]) => folio);
  assert.ok(marked.length > 1, marked.join());
  assert.equal(
    marked,
    [...marked].sort((a, b) => Number(a) - Number(b)),
  );
  const pages: { folio: string; of: string }[] = record.pages;
  assert.equal(
    marked,
    pages.flatMap(({ folio, of }) => (of === 'article' ? [folio] : [])),
  );
  const notes = [...html.matchAll(/ role="doc-footnote" [^>]*id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(notes, [...new Set(notes)]);
  assert.not.match(html, /epub:type|xml:lang| style="/);
});

test('axe finds nothing, in light and dark, on a telephone, a tablet and a wide screen; and nothing is wider', async () => {
  const pages = await Promise.all(
    Object.keys(journals).map(async (name) =>
      (await pagesIn(name)).map((path) => pathToFileURL(join(folder(name), path)).href),
    ),
  );
  assert.equal(await axeOnScreens(browser, pages.flat()), []);
});

test('a printed page that begins with a heading takes no line of its own on a wide screen', async () => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 800 });
  await page.goto(pathToFileURL(join(folder('constructs'), 'article.html')).href);
  const heights = await page.$$eval('.folio-mark:has(+ h2)', (marks) =>
    marks.map((mark) => mark.getBoundingClientRect().height),
  );
  await page.close();
  assert.equal(heights, [0]);
});

test('notes stand beside their calls on a wide screen and at the foot of a narrow one, without a script', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 1200, height: 800 });
  await page.goto(pathToFileURL(join(folder('hostile'), '_index.html')).href);
  const boxOf = async (end: string) => (await (await page.$(`[id$="--${end}"]`))?.boundingBox()) ?? undefined;
  const [call, note, next] = [await boxOf('call-1'), await boxOf('note-1'), await boxOf('note-2')];
  const text = await (await page.$('.body'))?.boundingBox();
  if (!call || !note || !next || !text) throw new Error('There is no call or note');
  assert.ok(Math.abs(note.y - call.y) < 16, `${note.y} is beside ${call.y}`);
  assert.ok(note.x > text.x + text.width, 'outside of the text');
  assert.ok(next.y >= note.y + note.height, 'not over another');
  await page.setViewport({ width: 360, height: 700 });
  await page.click('[id$="--call-1"]');
  const opened = await boxOf('note-1');
  assert.ok(opened && opened.y + opened.height > 680 && opened.x === 0, JSON.stringify(opened));
  await page.close();
});

test('words that would be scripts are words, and nothing comes from elsewhere', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('console', (message) => void said.push(message.text()));
  const at = pathToFileURL(folder('hostile')).href;
  for (const path of await pagesIn('hostile')) {
    await page.goto(`${at}/${path}`);
    assert.is(await page.evaluate(() => 'hurt' in globalThis), false, path);
    assert.is(await page.evaluate(() => document.querySelectorAll('img[onerror]').length), 0, path);
  }
  assert.equal(
    asked.filter((url) => !url.startsWith(`${at}/`)),
    [],
  );
  assert.equal(said, []);
  await page.goto(`${at}/_index.html`);
  assert.match(await page.title(), '<script>alert(1)</script>');
  await page.close();
});

test('words from right to left stand so, in a page from left to right', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder('hostile'), 'breath.html')).href);
  const directions = await page.evaluate(() =>
    ['.translation', 'blockquote'].map((one) => getComputedStyle(document.querySelector(one) as Element).direction),
  );
  assert.equal(directions, ['rtl', 'rtl']);
  await page.close();
});

test('the finished pages are checked, and what somebody changed is found', async () => {
  const check = () => offprint(['check', '--editions', '--out', 'one'], join(root, 'hostile'));
  const before = await check();
  assert.is(before.code, 0, `${before.stdout}${before.stderr}`);
  const path = join(folder('hostile'), 'breath.html');
  const html = await readFile(path, 'utf8');
  await writeFile(
    path,
    html
      .replace('href="#breath--note-1"', 'href="#breath--note-7"')
      .replace('</main>', '<img src="https://example.org/spy.gif" alt=""><p style="color: red">.</p></main>'),
  );
  const { code, stdout, stderr } = await check();
  assert.is(code, 1);
  for (const wrong of [
    'There is no id “breath--note-7”',
    'The page loads https://example.org/spy.gif',
    'a style of its own',
  ])
    assert.match(`${stdout}${stderr}`, wrong);
  await writeFile(path, html);
});

test.run();
