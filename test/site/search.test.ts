import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withoutEndings } from '../../build/site/in-page/stems.ts';
import { offprint } from '../cli/offprint.ts';
import { startUserBrowser } from '../desk/user-browser.ts';
import { copyJournal, layPages } from './built-journal.ts';

/* The search of a site in a real browser, under the policy of its page. */

const root = await copyJournal();
await layPages(root);
const made = await offprint(['site'], root);
const site = join(root, 'dist/site');

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const asked: string[] = [];
const server = createServer(async ({ url = '' }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  asked.push(pathname);
  // Under a path, as on many servers.
  const data = await readFile(join(site, pathname.replace(/^\/journal\//, ''))).catch(() => undefined);
  response.writeHead(data ? 200 : 404, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' });
  response.end(data);
});
await new Promise<void>((ready) => {
  server.listen(0, '127.0.0.1', ready);
});
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/journal/`;
const { browser, end } = await startUserBrowser();
const page = await browser.newPage();
const faults: string[] = [];
page.on('pageerror', (error) => faults.push((error as Error).message));
page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));

/** The addresses that a search finds. */
async function found(words: string): Promise<string[]> {
  await page.goto(`${base}search.html?q=${encodeURIComponent(words)}`);
  await page.waitForFunction(() => document.querySelector('#state')?.textContent !== '');
  return page.$$eval('#found a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
}

test.after(async () => {
  await end();
  server.close();
});

test('the site is made', () => {
  assert.is(made.code, 0, made.stderr);
});

for (const [lang, cases] of Object.entries({
  English: [
    ['write', '2024-2/margins.html'],
    ['writes', '2024-2/margins.html'],
    ['margin', '2024-2/margins.html'],
    ['history', '2024-2/margins.html'],
    ['library', '2024-2/margins.html'],
    ['marginalia', '2024-1/berehy.html#abstract-en'],
  ],
  German: [
    ['Handschrift', '2024-1/raender.html'],
    ['Rändern', '2024-1/raender.html'],
    ['Geschichte', '2024-1/raender.html'],
    ['Bücher', '2026-1/katalog.html'],
    ['Katalogen', '2026-1/katalog.html'],
  ],
  Ukrainian: [
    ['бібліотека', '2024-1/berehy.html'],
    ['бібліотеками', '2025-1/istoria.html'],
    ['книги', '2024-1/berehy.html'],
    ['книгою', '2025-1/istoria.html'],
    ['рукописами', '2024-1/berehy.html'],
    ["об'єднанням", '2024-1/berehy.html'],
    ['університетської бібліотеки', '2025-1/istoria.html'],
  ],
}))
  test(`forms of ${lang} words are found`, async () => {
    for (const [words = '', url = ''] of cases) {
      const urls = await found(words);
      assert.ok(urls.includes(url), `${words}: ${urls.join(', ')}`);
    }
  });

test('what cannot be found is not: other letters in a Ukrainian stem, a strong verb', async () => {
  assert.not.ok((await found('книзі')).includes('2025-1/istoria.html'));
  assert.not.ok((await found('wrote')).includes('2024-2/margins.html'));
});

test('nothing is asked of anybody else, no file is missing, and the policy of the page is kept', () => {
  assert.equal(faults, []);
  assert.ok(asked.length > 0 && asked.every((path) => path.startsWith('/journal/')));
});

test('a word keeps four letters, and its apostrophe', () => {
  const endings = { uk: ['а', 'ами', 'ям', 'и'] };
  assert.is(withoutEndings('книгами, поля и об’єднанням', 'uk', endings), 'книг, поля и об’єднанн');
  assert.is(withoutEndings('книгами', 'de', endings), 'книгами');
});

test.run();
