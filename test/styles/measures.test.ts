import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { readStyle } from '../../build/styles/style.ts';
import { journalWith, removeJournals, styleWith, wishesFor } from './journal.ts';

const test = suite('styles/measures');
test.after(removeJournals);

const house = await openRepository(offprintRoot);

const computed = ['--margin-inner', '--margin-head', '--lines', '--columns', '--note-columns', '--front-columns'];

const pages: [style: string, width: string, height: string, values: string][] = [
  ['quarterly', '170mm', '240mm', '17mm 21mm 43 2 2 2'],
  ['quarterly', '105mm', '148mm', '10.5mm 12.95mm 26 1 1 1'],
  ['quarterly', '148mm', '210mm', '14.8mm 18.375mm 37 1 2 2'],
  ['quarterly', '8.5in', '11in', '0.85in 0.9625in 50 2 2 2'],
  ['essay', '170mm', '240mm', '24mm 25mm 37 1 1 2'],
  ['essay', '105mm', '148mm', '14.823529mm 15.416667mm 22 1 1 1'],
  ['essay', '210mm', '297mm', '29.647059mm 30.9375mm 46 1 1 2'],
];
for (const [name, width, height, values] of pages) {
  test(`${name} on ${width} × ${height}`, async () => {
    const style = await readStyle(house, name, 'print', wishesFor({ '--page-width': width, '--page-height': height }));
    assert.equal(style.faults, []);
    assert.is(computed.map((token) => style.tokens.get(token)).join(' '), values);
    // What was computed stands in the stylesheet, for the browser, in place of what the page followed from.
    assert.match(style.css, new RegExp(`--lines: ${style.tokens.get('--lines')};[^}]*}\\s*$`));
  });
}

const faults: [css: string, column: number, found: RegExp, fix: RegExp][] = [
  [
    ':root { --page-width: 148mm; --page-height: 210mm; --lines: 43 }',
    52,
    /^43 lines of 12\.75 pt below a margin of 18\.4 mm need 211\.8 mm; the page has 210 mm$/,
    /^Set --lines to 37, or to auto/,
  ],
  [
    ':root { --lines: 48 }',
    9,
    /^48 lines .* leaves 3\.1 mm of the page’s 240 mm for its number$/,
    /^Set --lines to 43/,
  ],
  [':root { --lines: 6 }', 9, /^A page of 240 mm has 6 lines/, /Make the page higher/],
  [':root { --margin-foot: 200mm }', 9, /^A page of 240 mm has 4 lines/, /--margin-foot/],
  [':root { --margin-head: 4mm }', 9, /^The running head needs 7\.8 mm/, /^Set --margin-head to/],
  [':root { --margin-inner: 1mm }', 9, /^--margin-inner is 1mm; punctuation/, /to 3mm or more/],
  [':root { --margin-inner: 90mm; --margin-outer: 90mm }', 9, /leave no room/, /margins smaller/],
  [':root { --columns: 3 }', 9, /^3 columns of 40\.7 mm are each 12\.4 em wide/, /--column-least/],
  [':root { --page-width: 80mm; --margin-inner: 25mm; --margin-outer: 25mm }', 29, /./, /./],
  ['.body { --columns: 5 }', 9, /^5 columns of 22\.2 mm are each 6\.8 em wide/, /fewer columns/],
  [
    ':root { --note-size: 12pt }',
    9,
    /^Letters of 12 pt \(--note-size\) stand in lines of 9\.75 pt/,
    /--note-line to 15pt/,
  ],
  [':root { --page-width: 148 }', 9, /^--page-width is 148$/, /^$/],
  [':root { --lines: many }', 9, /^--lines is many$/, /^$/],
  [':root { --text-face: "Garamont" }', 9, /^No @font-face is called “Garamont”/, /faces:/],
  [':root { --text-face: serif }', 9, /^No @font-face is called “serif”/, /faces:/],
  [':root { --running-left: autor }', 9, /^--running-left is autor$/, /^$/],
  [':root { --first-begins: verso }', 9, /^--first-begins is verso$/, /^$/],
  ['@page { size: A5 }', 9, /^The page is A5 here, and 170mm × 240mm by/, /page: in journal\.yaml/],
];
for (const [css, column, found, fix] of faults.filter(([, , found]) => found.source !== '.')) {
  test(`refused at its line: ${css}`, async () => {
    const {
      faults: [first, ...more],
    } = await styleWith(css);
    assert.ok(first, 'no fault');
    assert.equal([first.path, first.line, first.column], ['styles/ours.css', 1, column]);
    assert.match(first.found, found);
    assert.match(first.fix ?? '', fix);
    assert.is(first.level, undefined);
    assert.equal(
      more.filter(({ found: other }) => other === first.found),
      [],
    );
  });
}

test('a margin that leaves the house’s columns no room is told where it is, once', async () => {
  const { faults: said } = await styleWith(':root { --line: 12.75pt; --margin-inner: 140mm }');
  assert.equal(
    said.map(({ path, column, found }) => [path, column, found]),
    [['styles/ours.css', 26, 'A column of 10 mm is 3 em wide, at 9.3 pt']],
  );
});

test('a column that is too narrow by what the journal asks in its settings is refused there', async () => {
  const {
    faults: [first],
  } = await styleWith('', wishesFor({ '--page-width': '105mm', '--page-height': '148mm', '--columns': '2' }));
  assert.is(first?.path, 'manuscripts/journal.yaml');
  assert.match(first?.found ?? '', /^2 columns of 38\.3 mm/);
});

test('a journal that has copies of all the house’s stylesheets is warned of nothing', async () => {
  const folder = join(offprintRoot, 'styles');
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.css'));
  const copies = paths.map(async (path) => [`styles/${path}`, await readFile(join(folder, path))] as const);
  const journal = await journalWith(Object.fromEntries(await Promise.all(copies)));
  for (const name of ['quarterly', 'essay'])
    for (const sheet of ['print', 'epub']) assert.equal((await readStyle(journal, name, sheet)).faults, []);
});

test('warned of: a line off the grid, a token that nothing uses', async () => {
  const { faults: said } = await styleWith(
    ':root { --note-line: 9.8pt; --page-widht: 148mm; --ours: 1; color: var(--ours) }',
  );
  assert.equal(
    said.map(({ rule, found, fix }) => [rule, found, fix]),
    [
      ['style-token', 'Nothing uses --page-widht', 'Did you mean --page-width?'],
      ['style-grid', '--note-line is 9.8 pt', 'Take 9.75pt.'],
    ],
  );
});

test('the remedy that is told is followed', async () => {
  const css = ':root { --page-width: 148mm; --page-height: 210mm; --lines: 43 }';
  const {
    faults: [first],
  } = await styleWith(css);
  const lines = /--lines to (\d+)/.exec(first?.fix ?? '')?.[1];
  assert.equal((await styleWith(css.replace('43', String(lines)))).faults, []);
  assert.equal((await styleWith(css.replace('43', 'auto'))).faults, []);
});

test.run();
