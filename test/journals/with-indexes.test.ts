import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { PageRecord } from '../../build/record/schema.ts';
import { offprint } from '../cli/offprint.ts';
import { textOf } from '../epub/unzip.ts';

/* A journal whose issues have indexes, and the contents of its year. */

const root = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(root, { recursive: true, force: true }));
const source = join(import.meta.dirname, 'with-indexes');
const expected = join(source, 'expected');
await cp(join(source, 'manuscripts'), join(root, 'manuscripts'), { recursive: true });
const early = await offprint(['contents', '2026'], root);
const built = await offprint(['build', '2026-1', '2026-2'], root);

const recordOf = async (issue: string): Promise<PageRecord> =>
  JSON.parse(await readFile(join(root, 'dist', issue, 'pages.json'), 'utf8'));

async function compare(name: string, text: string): Promise<void> {
  if (process.env.UPDATE) await writeFile(join(expected, name), text);
  assert.fixture(text, await readFile(join(expected, name), 'utf8'));
}

/** What a screen PDF says on its pages and in its bookmarks, and the pages to which links lead from each page. */
async function readPdf(issue: string) {
  const data = new Uint8Array(await readFile(join(root, 'dist', issue, `sis-${issue}-screen.pdf`)));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const pages: { text: string; leadTo: number[]; tags: string }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    const leadTo: number[] = [];
    for (const { dest } of await page.getAnnotations()) {
      const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      if (place) leadTo.push((await document.getPageIndex(place[0])) + 1);
    }
    pages.push({ text, leadTo, tags: JSON.stringify(await page.getStructTree()) });
  }
  const outline = (await document.getOutline()).map(({ title }) => title);
  await document.destroy();
  return { pages, outline };
}

test('the issues are built, and no word is lost', () => {
  assert.is(built.code, 0, built.stderr);
  assert.not.match(built.stderr, /error/);
});

test('indexes stand at the end, with the folios of the page record, tagged, and in the bookmarks', async () => {
  const { pages, outline } = await readPdf('2026-1');
  const record = await recordOf('2026-1');
  const own = record.pages.filter(({ of }) => of.startsWith('index-')).map(({ index }) => index);
  await compare('indexes.txt', own.map((index) => `${pages[index - 1]?.text.trim()}\n`).join('\n'));
  assert.match(pages[(own[0] ?? 0) - 1]?.tags ?? '', /"role":"Index"/);
  assert.equal(outline.slice(-3, -1), ['Предметний покажчик', 'Іменний покажчик']);
  const contents = pages.find(({ text }) => /^\d*\s*Зміст/.test(text))?.text ?? '';
  assert.match(contents, new RegExp(`Іменний покажчик\\D*${record.pages[(own[1] ?? 0) - 1]?.folio}`));
});

test('each folio of an index leads to the page that it names', async () => {
  const { pages } = await readPdf('2026-1');
  const record = await recordOf('2026-1');
  const first = record.pages.find(({ of }) => of === 'index-names')?.index ?? 0;
  const { text = '', leadTo = [] } = pages[first - 1] ?? {};
  const folios = [...text.matchAll(/, (\d+)/g)].map(([, folio]) => folio);
  assert.ok(folios.length > 3);
  assert.equal(
    leadTo.map((page) => record.pages[page - 1]?.folio),
    folios,
  );
});

test('the e-book has the indexes, linked to their places', async () => {
  const book = await readFile(join(root, 'dist/2026-1/sis-2026-1.epub'));
  const index = textOf(book, 'OEBPS/index-subjects.xhtml');
  await compare('index-subjects.xhtml', `${/<section[\s\S]*<\/section>/.exec(index)?.[0] ?? ''}\n`);
  for (const [, file = '', id = ''] of index.matchAll(/index-locator" href="([^#]+)#([^"]+)"/g))
    assert.match(textOf(book, `OEBPS/${file}`), new RegExp(` id="${id}"`));
  assert.match(textOf(book, 'OEBPS/toc.xhtml'), /<a href="index-names.xhtml">Іменний покажчик<\/a>/);
  assert.match(textOf(book, 'OEBPS/content.opf'), /accessibilityFeature">index</);
  // The second issue has no index of subjects, and so no places for one.
  const other = textOf(await readFile(join(root, 'dist/2026-2/sis-2026-2.epub')), 'OEBPS/review.xhtml');
  assert.not.match(other, /_index/);
});

test('marks change no page: without them, all words stand where they stood', async () => {
  const bare = await mkdtemp(join(root, 'bare-'));
  await cp(join(source, 'manuscripts'), join(bare, 'manuscripts'), { recursive: true });
  for (const path of await readdir(join(bare, 'manuscripts'), { recursive: true })) {
    if (!/2026-1.*\.(?:md|yaml)$/.test(path)) continue;
    const text = await readFile(join(bare, 'manuscripts', path), 'utf8');
    const plain = text
      .replace(/^indexes:.*\n/m, '')
      .replace(/ ?\[\]\{\.index[^}]*\} ?(?=\s|$)/gm, '')
      .replace(/\[\]\{\.index[^}]*\}/g, '')
      .replace(/\[([^[\]]+)\]\{\.index[^}]*\}/g, '$1');
    assert.not.match(plain, /\.index/);
    await writeFile(join(bare, 'manuscripts', path), plain);
  }
  const { code, stderr } = await offprint(['build', '2026-1', '--only', 'screen'], bare);
  assert.is(code, 0, stderr);
  const without: PageRecord = JSON.parse(await readFile(join(bare, 'dist/2026-1/pages.json'), 'utf8'));
  const placesIn = ({ pages }: PageRecord) =>
    pages
      .filter(({ of }) => !of.startsWith('index-') && of !== 'colophon' && of !== 'cover-back')
      .map(({ folio, columns, notes, floats = [] }) => [
        folio,
        ...[...columns, ...notes, ...floats].map(({ word, letters, text }) => [word, letters, text]),
      ]);
  assert.equal(placesIn(without), placesIn(await recordOf('2026-1')));
});

test('a year’s contents are not made of issues without pages', () => {
  assert.is(early.code, 2);
  assert.match(early.stderr, /2026-1 has no page record in .*\. Build it: offprint build 2026-1\n2026-2 has/);
});

test('a year’s contents, contributors and indexes are manuscripts of an issue', async () => {
  const { code, stderr } = await offprint(['contents', '2026'], root);
  assert.is(code, 0, stderr);
  assert.match(stderr, /begins with page 16, and the one before, 2026-1, ends with page 13/);
  const folder = join(root, 'manuscripts/2026-contents');
  const texts = await Promise.all(
    (await readdir(folder)).sort().map(async (name) => `== ${name}\n${await readFile(join(folder, name), 'utf8')}`),
  );
  await compare('year.txt', texts.join('\n').replace(/^(# Made by .*): \w+$/gm, '$1'));
  const pages = await offprint(['build', '2026-contents'], root);
  assert.is(pages.code, 0, pages.stderr);
  assert.not.match(pages.stderr, /warning|error/);
});

test('they are made again, but not over what was edited, nor of an issue that was changed', async () => {
  assert.is((await offprint(['contents', '2026'], root)).code, 0);
  const settings = join(root, 'manuscripts/2026-contents/issue.yaml');
  const edited = (await readFile(settings, 'utf8')).replace('Зміст, 2026', 'Увесь рік');
  await writeFile(settings, edited);
  assert.match((await offprint(['contents', '2026'], root)).stderr, /kept manuscripts\/2026-contents\/issue.yaml/);
  assert.is(await readFile(settings, 'utf8'), edited);
  const list = join(root, 'manuscripts/2026-contents/contributors.md');
  await writeFile(list, `${await readFile(list, 'utf8')}\nОкремо.\n`);
  const refused = await offprint(['contents', '2026'], root);
  assert.is(refused.code, 2);
  assert.match(refused.stderr, /contributors.md was edited since it was made; nothing was changed/);
  await writeFile(list, '');
  await rm(list);
  const review = join(root, 'manuscripts/2026-2/review.md');
  await writeFile(review, (await readFile(review, 'utf8')).replace('Книга про листи', 'Книжка про листи'));
  const changed = await offprint(['contents', '2026'], root);
  assert.is(changed.code, 2);
  assert.match(changed.stderr, /2026-2 was built before it was changed: manuscripts\/2026-2\/review.md/);
  assert.match((await offprint(['contents', 'next'], root)).stderr, /"next" is not a year/);
  assert.match((await offprint(['contents', '1999'], root)).stderr, /No issue of 1999/);
});

test.run();
