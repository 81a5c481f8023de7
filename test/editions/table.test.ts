import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Edition } from '../../build/editions/edition.ts';
import { editions, inMakingOrder, planOf, staysBeside, usualEditions } from '../../build/editions/table.ts';
import { cards } from './cards.ts';
import { contents } from './contents.ts';

const build = resolve(import.meta.dirname, '../../build');
const names = (list: readonly Edition[]) => list.map(({ name }) => name);
const only = (...asked: string[]) => planOf(editions, new Set(asked));

test('each file of an issue is of one edition', () => {
  const files: Record<string, string> = {
    'ua-2026-1.epub': 'epub',
    'articles/on-margins.epub': 'epub',
    'ua-2026-1-print.pdf': 'print',
    'ua-2026-1-cover.pdf': 'print',
    'ua-2026-1-imposed.pdf': 'print',
    'ua-2026-1-screen.pdf': 'screen',
    'offprints/on-margins.pdf': 'offprints',
    'offprints/the-silver-screen.pdf': 'offprints',
    'offprints/small-print.pdf': 'offprints',
    'silver-screen-2026-1-print.pdf': 'print',
    'web/index.html': 'web',
    'web/on-margins.html': 'web',
    'web/on-margins/on-margins.pdf': 'web',
    'web/assets/style.css': 'web',
    'pages.json': 'page-record',
    'deposit/crossref.xml': 'crossref',
    'deposit/doaj.json': 'doaj',
    'deposit/datacite.json': 'datacite',
    'deposit/ojs-3.4.xml': 'ojs',
    'deposit/ojs-3.5.xml': 'ojs',
    'deposit/oai-dc.xml': 'by-template',
  };
  for (const [path, name] of Object.entries(files))
    assert.equal(names(editions.filter((edition) => edition.has(path))), [name], path);
  for (const path of ['manifest.json', 'preflight.html', 'notes.txt', 'ua-2026-1.pdf', 'other/ua-2026-1.epub'])
    assert.equal(names(editions.filter((edition) => edition.has(path))), [], path);
});

test('a plan has the pages, stylesheets and press that its editions need, and no more', () => {
  const { editions: all, ...needs } = planOf(editions);
  assert.equal(names(all), ['epub', 'screen', 'print', 'offprints', 'page-record']);
  const sheets = (...wanted: string[]) => ({ wanted, all: ['print', 'epub', 'web'] });
  assert.equal(needs, { pages: true, record: true, isPaged: true, sheets: sheets('print', 'epub'), press: true });
  const epub = only('epub');
  assert.equal(names(epub.editions), ['epub']);
  assert.equal([epub.pages, epub.sheets, epub.press], [false, sheets('epub'), false]);
  const cited = planOf(editions, new Set(['epub']), { articles: true });
  assert.equal(names(cited.editions), ['epub'], 'its pages are made up to be cited, and go nowhere');
  assert.equal([cited.pages, cited.isPaged, cited.sheets], [true, false, sheets('print', 'epub')]);
  const screen = only('screen');
  assert.equal(names(screen.editions), ['screen', 'page-record']);
  assert.equal([screen.pages, screen.sheets, screen.press], [true, sheets('print'), false]);
});

test('deposits are made on request, with the editions whose files go into them', () => {
  const crossref = only('crossref');
  assert.equal(names(crossref.editions), ['crossref', 'page-record']);
  assert.equal([crossref.pages, crossref.record], [false, true], 'the record of an earlier build will do');
  const ojs = only('ojs');
  assert.equal(names(ojs.editions), ['epub', 'offprints', 'ojs', 'page-record']);
  assert.is(ojs.pages, true);
});

test('one that is made on request is in no usual build, unless the journal wants it, and its files are its own', () => {
  assert.equal(names(planOf(editions, usualEditions(editions, ['jats'])).editions).includes('jats'), true);
  assert.equal(names(only('jats').editions), ['jats', 'page-record']);
  const usual = planOf(editions).editions;
  assert.equal(['jats/a.xml', 'jats/a--way-svg.png', 'unknown.txt'].filter(staysBeside(usual, editions)), [
    'jats/a.xml',
    'jats/a--way-svg.png',
  ]);
});

test('an edition comes after those that it looks at, a circle ends, and who is not asked for is not waited for', () => {
  assert.equal(names(inMakingOrder([contents, ...editions])), [
    'epub',
    'contents',
    'screen',
    'print',
    'offprints',
    'jats',
    'web',
    'page-record',
    'crossref',
    'doaj',
    'datacite',
    'ojs',
    'by-template',
  ]);
  assert.equal(names(inMakingOrder([contents, cards])), ['contents', 'cards']);
  const circle = [
    { ...cards, name: 'a', after: ['b'] },
    { ...cards, name: 'b', after: ['a'] },
  ];
  assert.equal(names(inMakingOrder(circle)), ['b', 'a']);
});

test('what stays of an earlier build is what the others have made', () => {
  const paths = ['ua.epub', 'ua-print.pdf', 'ua-screen.pdf', 'offprints/a.pdf', 'pages.json', 'ua-contents.txt'];
  const stays = (...asked: string[]) => paths.filter(staysBeside(only(...asked).editions, editions));
  assert.equal(stays('epub'), ['ua-print.pdf', 'ua-screen.pdf', 'offprints/a.pdf', 'pages.json', 'ua-contents.txt']);
  assert.equal(stays('screen'), ['ua.epub', 'ua-print.pdf', 'offprints/a.pdf', 'ua-contents.txt']);
  assert.equal(stays('epub', 'print', 'screen', 'offprints'), [], 'not even what nobody knows');
  const table = [...editions, contents];
  assert.equal(paths.filter(staysBeside(planOf(editions).editions, table)), ['ua-contents.txt']);
});

/** The modules that load with a file: itself, and all that it imports by value. */
async function loadedBy(path: string, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(path)) return found;
  found.add(path);
  const code = await readFile(path, 'utf8');
  const imports = code.matchAll(/^(?:import|export) (?!type\b)(?:[^;']*?from )?'([^']+)';/gm);
  for (const [, to = ''] of imports)
    if (to.startsWith('.')) await loadedBy(resolve(dirname(path), to), found);
    else found.add(to);
  return found;
}

test('the table loads nothing of what makes and checks editions', async () => {
  const loaded = [...(await loadedBy(join(build, 'editions/table.ts')))].map((path) => relative(build, path));
  const others = loaded.filter((path) => dirname(path) !== 'editions').sort();
  assert.equal(others, [join('styles', 'pages-sheet.ts')]);
  const rooms = [...(await loadedBy(join(build, 'build.ts')))].map((path) => relative(build, path));
  for (const late of ['editions/pages.ts', 'editions/check-pdfs.ts', 'editions/check-books.ts', 'pdf/make-print.ts'])
    assert.not(rooms.includes(join(late)), `${late} is loaded by every build`);
});

test.run();
