import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readPdf } from '../../build/pdf-reading/read-pdf.ts';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

const root = await emptyFolder();
await cp(join(import.meta.dirname, 'fixtures/asked'), root, { recursive: true });
const { code, stderr } = await offprint(['proof', '2026-1'], root);
const file = join(root, 'dist/proofs/2026-1/many-questions.pdf');

interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** The texts of each page, and its annotations. */
async function pagesOf(path: string) {
  const document = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const texts = (await page.getTextContent()).items.flatMap((item): Placed[] =>
      'str' in item && item.str.trim()
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
        : [],
    );
    const notes = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Text');
    pages.push({ texts, notes, view: page.view as [number, number, number, number] });
  }
  await document.destroy();
  return pages;
}

const pages = await pagesOf(file).catch(() => []);

test('every query is in the margin and is an annotation to the corresponding author, once', () => {
  assert.is(code, 0, stderr);
  const signs = pages.flatMap(({ texts }) => texts.flatMap(({ text }) => /^\[Q\d+\]/.exec(text.trim())?.[0] ?? []));
  const wanted = Array.from({ length: 33 }, (_, i) => `[Q${i + 1}]`);
  assert.equal(
    signs.toSorted((a, b) => Number(a.slice(2, -1)) - Number(b.slice(2, -1))),
    wanted,
  );
  const notes = pages.flatMap((page) => page.notes);
  assert.is(notes.length, 33);
  for (const { titleObj, contentsObj } of notes) {
    assert.is(titleObj.str, '→ Ben Folio');
    assert.match(contentsObj.str, /^\[Q\d+\] \S/);
  }
});

test('they stand beside the page, none over another, and none beyond the sheet', () => {
  for (const { texts, notes, view } of pages) {
    // Each begins at its sign.
    const heads = texts.filter(({ text }) => /^\[Q\d+\]/.test(text.trim())).sort((a, b) => b.y - a.y);
    assert.is(heads.length, notes.length);
    for (const [i, { x, y }] of heads.entries()) {
      const next = heads[i + 1];
      const own = texts.filter((one) => one.x >= x - 1 && one.y <= y + 1 && (!next || one.y > next.y + 1));
      for (const line of own) assert.ok(line.x + line.width < view[2] - 5, line.text);
      if (next) assert.ok(y - next.y > 9, `${y} and ${next.y}`);
      assert.ok(y > view[1] + 10);
    }
  }
});

test('a query stands at the height of its word, where there is room', async () => {
  const [first] = await pagesOf(join(root, 'dist/proofs/2026-1/one-question.pdf'));
  const head = first?.texts.find(({ text }) => text.startsWith('[Q1]'));
  const word = first?.texts.find(({ text }) => text.includes('green'));
  assert.ok(head && word && Math.abs(head.y - word.y) < 6, JSON.stringify([head, word]));
});

test('the proof is a tagged PDF without a fault, whose queries have tags', async () => {
  const checked = await offprint(['check', file, '--for', 'screen', '--quiet'], root);
  assert.is(checked.code, 0, checked.stderr);
  const { tags } = await readPdf(await readFile(file));
  const notes = tags?.all.filter(({ type }) => type === 'Annot') ?? [];
  assert.is(notes.length, 33);
  assert.ok(notes.every(({ parent }) => parent && parent.type !== 'Document'));
});

test('no other edition has a trace of them', async () => {
  const plain = await emptyFolder();
  await cp(join(import.meta.dirname, 'fixtures/asked'), plain, { recursive: true });
  for (const name of ['many-questions', 'one-question']) {
    const path = join(plain, `manuscripts/2026-1/${name}.md`);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/ ?<!-- ASK[^>]*-->/g, ''));
  }
  const built = await Promise.all(
    [root, plain].map((one) => offprint(['build', '--only', 'epub,screen,offprints'], one)),
  );
  for (const one of built) assert.is(one.code, 0, one.stderr);
  for (const name of ['ask-2026-1.epub', 'ask-2026-1-screen.pdf', 'offprints/many-questions.pdf']) {
    const [asked, without] = await Promise.all([root, plain].map((one) => readFile(join(one, 'dist/2026-1', name))));
    assert.ok(without && asked?.equals(without), name);
  }
});

test('a build for print, and a check, warn of them in one warning an article; other builds do not', async () => {
  const checked = await offprint(['check', '--manuscripts'], root);
  assert.is(checked.stderr.match(/\[query-open\]/g)?.length, 2);
  assert.match(checked.stderr, 'and 32 more like it');
  const epub = await offprint(['build', '--only', 'epub'], root);
  assert.not.match(epub.stderr, 'query-open');
  assert.is((await offprint(['build', '--only', 'print', '--strict'], root)).code, 1);
});

test.run();
