import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import subsetFont from 'subset-font';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import { readStyle } from '../../build/styles/style.ts';
import { article, issueOf } from '../epub/sample.ts';
import { theme } from '../galley/compose.ts';
import { wholePdf } from '../pages/print.ts';
import { journalWith, removeJournals, styleWith, wishesFor } from './journal.ts';

const test = suite('styles/printed');
const chrome = await startChrome();
test.after(async () => {
  await chrome.close();
  await removeJournals();
});

interface Run {
  text: string;
  size: number;
  /** From the foot of the page, in pt. */
  y: number;
}

/** A face of the house without superior and inferior figures and small capitals, as files of a journal. */
async function bareFace(): Promise<Record<string, Uint8Array>> {
  const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
  const names = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];
  const files = names.map(async (name): Promise<[string, Uint8Array]> => {
    const path = `node_modules/@expo-google-fonts/source-serif-4/${name}/SourceSerif4_${name}.ttf`;
    const data = await subsetFont(await readFile(join(offprintRoot, path)), letters, {
      targetFormat: 'truetype',
      keepFeatures: ['kern'],
    });
    return [`styles/bare/${name}.ttf`, new Uint8Array(data)];
  });
  return Object.fromEntries(await Promise.all(files));
}

test('a small page in a face without superior figures: raised, off no grid, and read as before', async () => {
  const style = await styleWith(
    '',
    wishesFor(
      { '--page-width': '105mm', '--page-height': '148mm', '--running-left': 'author', '--running-right': 'none' },
      { text: 'bare' },
    ),
    await bareFace(),
  );
  assert.equal(style.faults, []);
  const words = 'Words of a line that is long enough to be broken more than once on a small page. ';
  const call = '<a class="call" href="#a1--note-1" id="a1--call-1">1</a>';
  const body = `<p>First.${call} ${words.repeat(3)}Ten 10<sup>6</sup> and H<sub>2</sub>O, <span class="smallcaps">Nato</span> end.</p><p>${words.repeat(40)}</p>`;
  const issue = issueOf([
    article(1, {
      front: { authors: [{ name: 'Ann Author' }, { name: 'Ben Other' }] },
      title: 'T',
      body,
      notes: [['<p>A note.</p>', 1]],
    }),
  ]);
  const { units } = await makePrint(chrome, issue, style, theme);
  const pdf = await getDocument({ data: await wholePdf(units), verbosity: 0 }).promise;
  const pages: Run[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [{ text: item.str, size: Math.abs(item.transform[3]), y: item.transform[5] }]
          : [],
      ),
    );
  }
  const at = pages.findIndex((page) => page.some(({ text }) => text.startsWith('First.')));
  const [width = 0, height = 0] = ((await pdf.getPage(at + 1)).view as number[]).slice(2);
  assert.ok(Math.abs(width - 297.6) < 1 && Math.abs(height - 419.5) < 1, `${width} × ${height}`);
  const first = pages[at] ?? [];
  const line = (text: string): Run =>
    first.find((run) => run.text.includes(text)) ?? (assert.unreachable(text) as never);
  const text = line('First.');
  for (const [raised, way] of [
    ['1', 1],
    ['6', 1],
    ['2', -1],
  ] as const) {
    const run =
      first.find((one) => one.text === raised && one.size < text.size * 0.7) ?? (assert.unreachable(raised) as never);
    const near = first.filter((one) => Math.abs(one.size - text.size) < 0.1).map((one) => run.y - one.y);
    const nearest = near.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
    assert.ok(nearest * way > 0.8 && Math.abs(nearest) < text.size / 2, `${raised} stands ${nearest} pt from its line`);
  }
  // Capitals made smaller, in lines that stand on the grid.
  assert.ok(line('NATO').size < text.size * 0.85);
  const baselines = [...new Set(first.filter((one) => Math.abs(one.size - text.size) < 0.1).map(({ y }) => y))].sort(
    (a, b) => b - a,
  );
  for (const [i, y] of baselines.slice(1).entries()) {
    const lines = ((baselines[i] ?? 0) - y) / 12.75;
    assert.ok(Math.abs(lines - Math.round(lines)) < 0.01, `lines ${lines} apart`);
  }
  const heads = pages.slice(at + 1).map((page) => page.find(({ y }) => y > height - 30)?.text ?? '');
  assert.ok(heads.includes('Ann Author and Ben Other'), heads.join());
  assert.ok(heads.includes(''), heads.join());
});

test('Latin keeps its u in a face that has the v of inscriptions for it', async () => {
  const style = await readStyle(await journalWith({ 'manuscripts/journal.yaml': 'page: A5\n' }), 'essay', 'print');
  const word = 'uuuuuuuu';
  const body = `<p lang="it">${word}</p><p lang="la">${word}</p>`;
  const { units } = await makePrint(
    chrome,
    issueOf([article(1, { front: { authors: [{ name: 'A B' }] }, title: 'T', body })]),
    style,
    theme,
  );
  const pdf = await getDocument({ data: await wholePdf(units), verbosity: 0 }).promise;
  const widths: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    for (const item of (await (await pdf.getPage(number)).getTextContent()).items)
      if ('str' in item && item.str === word) widths.push(item.width);
  assert.is(widths.length, 2);
  assert.ok(Math.abs((widths[1] as number) - (widths[0] as number)) < 0.01, widths.join());
});

test.run();
