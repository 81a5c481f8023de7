import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { breakPages } from '../../build/pages/break-pages.ts';
import type { Row } from '../../build/pages/flow.ts';
import { article, issueOf } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';
import { flowOf, frame, grid } from './flow-of.ts';
import { printWatched, wholePdf } from './print.ts';

/* Verse on pages: where its lines stand, and where it may be divided. */

const chrome = await startChrome();
test.after(() => chrome.close());

interface PrintedLine {
  page: number;
  text: string;
  /** The distances of its ends from the page's left edge, in points. */
  left: number;
  right: number;
}

/** Prints an article in one column, and returns its lines as they stand on the pages. */
async function linesOf(body: string): Promise<PrintedLine[]> {
  const issue = issueOf([article(1, { front: { authors: [{ name: 'Anon' }] }, title: 'T', body })]);
  const wide = { ...style, css: `${style.css}\n.article { --columns: 1 }` };
  const printed = await printWatched(chrome, issue, wide, theme);
  const pdf = await getDocument({ data: await wholePdf(printed.units), verbosity: 0 }).promise;
  const lines: (PrintedLine & { y: number })[] = [];
  for (const { index, of } of printed.pages.list) {
    if (of !== 'a1') continue;
    const { items } = await (await pdf.getPage(index)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [left = 0, y = 0] = item.transform.slice(4) as number[];
      const line = lines.find((one) => one.page === index && Math.abs(one.y - y) < 2);
      const right = left + item.width;
      if (line) Object.assign(line, { text: `${line.text} ${item.str}`, right });
      else lines.push({ page: index, text: item.str, left, right, y });
    }
  }
  await pdf.loadingTask.destroy();
  return lines;
}

const prose = `<p>${'Sentences of the usual length follow one another. '.repeat(5)}</p>`;
const line = (words: string, classes = '') => `<span class="line${classes}">${words}</span>`;
const stanza = (...lines: string[]) => `<p class="stanza">${lines.join('<br>\n')}</p>`;
const verse = (...stanzas: string[]) => `<div class="verse"><div class="stanzas">${stanzas.join('')}</div></div>`;

test('verse stands centred on its longest line, also where a page cuts it', async () => {
  const longest = 'Verse that is the longest of all lines of it, by far';
  const stanzas = Array.from({ length: 40 }, (_, i) =>
    stanza(line(`Verse ${i} begins`, ' turn-1'), line(i === 0 ? longest : `Verse in, ${i}`, ' in-1')),
  );
  const lines = await linesOf(`${prose}${verse(...stanzas)}${prose}`);
  const first = lines.filter(({ text }) => /^Verse \d+/.test(text));
  const page = first[0]?.page ?? 0;
  assert.ok(first.some((one) => one.page > page));
  // Left and right pages have different margins.
  const lefts = first.filter((one) => (one.page - page) % 2 === 0).map(({ left }) => left);
  assert.ok(Math.max(...lefts) - Math.min(...lefts) < 0.1, `${lefts}`);
  const long = lines.find(({ text }) => text.includes('longest')) as PrintedLine;
  const full = lines.filter((one) => one.page === page && one.text.includes('Sentences'));
  const before = (first[0]?.left ?? 0) - Math.min(...full.map(({ left }) => left));
  const after = Math.max(...full.map(({ right }) => right)) - long.right;
  // Full stops hang a little.
  assert.ok(Math.abs(before - after) < 4, `${before} pt before, ${after} pt after`);
  assert.ok(before > 20);
});

test('a line too long turns over beyond the deepest indent, ragged', async () => {
  const words = 'and a line that is far too long for the measure goes on, and on '.repeat(3);
  const lines = await linesOf(
    `${prose}${verse(stanza(line(words, ' turn-2'), line('Deepest of all', ' in-2'), line('Out', ' turn-2')))}${prose}`,
  );
  const at = lines.findIndex(({ text }) => text.startsWith('and a line'));
  const deepest = lines.findIndex(({ text }) => text.startsWith('Deepest'));
  const out = lines.find(({ text }) => text.startsWith('Out')) as PrintedLine;
  const turned = lines.slice(at + 1, deepest);
  assert.ok(turned.length >= 1);
  assert.ok(Math.abs((lines[at]?.left ?? 0) - out.left) < 0.1);
  const em = ((lines[deepest]?.left ?? 0) - out.left) / 2;
  for (const { left } of turned) assert.ok(Math.abs(left - out.left - 3 * em) < 0.1, `${left}`);
});

test('a stanza is not divided where a page allows', () => {
  const plain = flowOf([16, 1, 1, 1, 1, 20]);
  const verse = flowOf([16, 1, 1, 1, 1, 20]);
  for (const row of verse.rows.slice(17, 20)) (row as Row).divides = 'stanza';
  const short = { ...frame, height: 19 * grid };
  const firstPage = (pages: ReturnType<typeof breakPages>) => pages[0]?.columns[0]?.to ?? 0;
  const divided = firstPage(breakPages(plain, short));
  assert.ok(divided > 16 && divided < 20, `${divided}`);
  assert.is(firstPage(breakPages(verse, short)), 16);
});

test.run();
