import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { cutToTrim } from '../../../build/pdf/boxes.ts';
import { keepPages } from '../../../build/pdf/keep-pages.ts';
import { savePdf } from '../../../build/pdf/save-pdf.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { wordFaults } from '../../check/words/word-faults.ts';
import { makeReadableOf } from '../tags/made.ts';

/* The screen PDF shows what Chrome printed, to the pixel, the word and the place. */

const test = suite('pdf/screen');
const chrome = await startChrome();
test.after(() => chrome.close());

const folder = fileURLToPath(new URL('../tags/fixtures', import.meta.url));
const { printed, screen, offprints, offprintsAlone } = await makeReadableOf(chrome, folder, '2026-1');
const source = openPdf(printed.pdf);
cutToTrim(source, printed.pages.trimming);
const all = await savePdf(source);
keepPages(source, 0, printed.pages.count);
const cut = await savePdf(source);
const run = promisify(execFile);

/** Whether a program is on this machine. */
const has = (program: string) =>
  run(program, ['-v']).then(
    () => true,
    ({ code }) => code !== 'ENOENT',
  );

/** The letters of each page in order, each with the height of its line. */
async function lettersOf(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item)) return [];
        const letters = item.str.normalize('NFKC').replace(/[\s\u2018\u2019\u02bb\u02bc]/g, '');
        return [...letters].map((letter) => `${letter} ${item.transform[5].toFixed(2)}`);
      }),
    );
  }
  await document.loadingTask.destroy();
  return pages;
}

test('it has the letters of Chrome’s PDF, in the same lines, in the same places', async () => {
  assert.equal(await lettersOf(screen), await lettersOf(cut));
});

test('its words, and those of the offprints, are those of the pages, whole', async () => {
  assert.equal(await wordFaults(screen, printed.pages.survey.pages), []);
  for (const { pdf, texts = [] } of offprints) assert.equal(await wordFaults(pdf, texts), []);
});

test('an apostrophe is found as one, and no glyph is said to be another', async () => {
  const document = await getDocument({ data: screen.slice(), verbosity: 0 }).promise;
  const { items } = await (
    await document.getPage(printed.pages.list.findIndex(({ of }) => of === 'constructs') + 1)
  ).getTextContent();
  await document.loadingTask.destroy();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  assert.match(text, 'apostrophe’s');
  assert.not.match(text, /[\u02bb\u02bc\ufb00-\ufb06]/);
});

test('the same issue gives the same bytes', async () => {
  const again = await makeReadableOf(chrome, folder, '2026-1');
  assert.ok(Buffer.from(again.screen).equals(screen));
  for (const [i, { pdf }] of again.offprints.entries())
    assert.ok(Buffer.from(pdf).equals(offprints[i]?.pdf ?? new Uint8Array()));
});

test('an offprint has the same bytes, whether the screen PDF is made, too, or not', async () => {
  for (const [i, { pdf }] of (await offprintsAlone()).entries())
    assert.ok(Buffer.from(pdf).equals(offprints[i]?.pdf ?? new Uint8Array()));
});

const drawn = (await has('pdftoppm')) ? test : test.skip;
drawn('each page looks as Chrome printed it, to the pixel', async () => {
  const chromes = await picturesOf(all);
  assert.is(chromes.length, (printed.copies.at(-1)?.at ?? 0) + 1);
  const same = async (pdf: Uint8Array, pages: readonly number[]) => {
    const ours = await picturesOf(pdf);
    assert.is(ours.length, pages.length);
    for (const [i, page] of pages.entries()) assert.ok(ours[i]?.equals(chromes[page] as Buffer), `page ${page + 1}`);
  };
  const { list, survey } = printed.pages;
  await same(screen, [...list.keys()]);
  for (const { article, pdf } of offprints) {
    const own = [...list.keys()].filter((page) => survey.articles[page]?.includes(article));
    const at = new Map(printed.copies.map((copy) => [`${copy.article} ${copy.page}`, copy.at]));
    await same(
      pdf,
      own.map((page) => at.get(`${article} ${page}`) ?? page),
    );
  }
});

/** The pages of a PDF as pictures. */
async function picturesOf(pdf: Uint8Array): Promise<Buffer[]> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  try {
    await writeFile(join(work, 'one.pdf'), pdf);
    await run('pdftoppm', ['-r', '60', join(work, 'one.pdf'), join(work, 'page')]);
    const names = (await readdir(work)).filter((name) => name.endsWith('.ppm')).sort();
    return await Promise.all(names.map((name) => readFile(join(work, name))));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

test.run();
