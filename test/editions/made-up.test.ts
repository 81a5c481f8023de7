import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents as filesIn, journal } from '../cli/folders.ts';
import { program as offprint, runAlone } from '../cli/offprint.ts';

/*
 * Two made-up editions, each in a file of its own, as a user gets them by the command line: one is made from pages and
 * from the output of another edition, one from the tree, with a file for each article and a stylesheet of its own.
 */

const more = fileURLToPath(new URL('offprint-more.ts', import.meta.url));
const root = await journal();
const sheet = join(root, 'styles/quarterly/card.css');
await mkdir(join(root, 'styles/quarterly'), { recursive: true });
await writeFile(
  sheet,
  '@import "tokens.css";\n@import "faces.css";\n:root { --card-ink: #246; }\ntitle { color: var(--card-ink); }\n',
);
const folder = join(root, 'dist/2026-1');
const list = 'notes-2026-1-contents.txt';

const read = (path: string) => readFile(join(folder, path), 'utf8');
const listed = async (): Promise<string[]> =>
  JSON.parse(await read('manifest.json')).files.map(({ path }: { path: string }) => path);
/** Java is hidden: what it does is tested elsewhere. */
const ask = (program: string, ...args: string[]) => runAlone(program, args, root, { PATH: '' });

test('they are told in the help, and `--only` knows them', async () => {
  const help = await ask(more, 'build', '--help');
  assert.match(
    help.stdout.replace(/\s+/g, ' '),
    'epub, print, screen, offprints, jats, web, crossref, doaj, datacite, ojs, by-template, contents, cards, with commas',
  );
  assert.match(help.stdout, /^ {2}contents +what the issue has, on which page, plain text$/m);
  const wrong = await ask(more, 'build', '--only', 'contens');
  assert.is(wrong.code, 2);
  assert.match(
    wrong.stderr,
    /Did you mean contents\? There are: epub, print, screen, offprints, jats, web, crossref, doaj, datacite, ojs, by-template, contents, cards\.\n$/,
  );
  assert.not.match((await ask(offprint, 'build', '--help')).stdout, 'contents');
});

test('one that is made of pages is built, with the page record, after the edition that it looks at', async () => {
  const { code, stderr } = await ask(more, 'build', '--only', 'contents,epub');
  assert.is(code, 0, stderr);
  assert.match(
    stderr,
    /Printing pages\n {2}Binding the EPUB\n {2}Checking the EPUB\n {2}Listing contents\n {2}Reading the list/,
  );
  assert.match(stderr, `${list}: 2 articles`);
  assert.equal(await listed(), [list, 'notes-2026-1.epub', 'pages.json'].sort());
  assert.match(await read(list), /^\d+ {2}On Footnotes\n\d+ {2}On Margins\ne-book: notes-2026-1\.epub\n$/);
});

test('one that is made of the tree has its files and its stylesheet, and leaves the others as they are', async () => {
  const before = await filesIn(folder);
  const { code, stderr } = await ask(more, 'build', '--only', 'cards');
  assert.is(code, 0, stderr);
  assert.not.match(stderr, 'Printing');
  assert.match(await read('cards/first.html'), /title \{ color: #246; \}.*\n?.*On Footnotes/);
  assert.equal((await listed()).slice(0, 2), ['cards/first.html', 'cards/second.html']);
  const after = await filesIn(folder);
  for (const path of [list, 'notes-2026-1.epub', 'pages.json']) assert.is(after[path], before[path], path);
});

test('`check` looks into them, and its report says so', async () => {
  const good = await ask(more, 'check', '--quiet');
  assert.equal(good, { code: 0, stdout: '', stderr: '' });
  assert.match(await read('preflight.html'), list);
  const text = await read(list);
  await writeFile(join(folder, list), text.replace('On Margins', 'On Marges'));
  const { code, stderr } = await ask(more, 'check', '--quiet');
  assert.is(code, 1);
  assert.match(stderr, /contents\.txt error The list of contents lacks On Margins \[words-kept\]/);
  assert.match(await read('preflight.html'), 'The list of contents lacks On Margins');
  await writeFile(join(folder, list), text);
});

test('the program that does not know them keeps their files where it makes others', async () => {
  const { code, stderr } = await ask(offprint, 'build', '--only', 'epub');
  assert.is(code, 0, stderr);
  assert.ok((await listed()).includes(list));
});

test('the stylesheet of one is asked for where it is made or checked, and not elsewhere', async () => {
  await rm(sheet);
  const { code, stderr } = await ask(more, 'check', '--manuscripts');
  assert.is(code, 1);
  assert.match(stderr, /The style "quarterly" has no card\.css \[style-exists\]/);
  assert.is((await ask(offprint, 'check', '--manuscripts')).code, 0);
  assert.is((await ask(more, 'build', '--only', 'cards', '--quiet')).code, 1);
});

test.run();
