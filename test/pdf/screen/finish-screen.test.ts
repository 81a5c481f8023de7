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
import type { LoadedUnit } from '../../../build/pdf/printed-unit.ts';
import { savePdf } from '../../../build/pdf/save-pdf.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { wordFaults } from '../../check/words/word-faults.ts';
import { makeReadableOf } from '../tags/made.ts';

/* The screen PDF shows what Chrome printed, to the pixel, the word and the place. */

const test = suite('pdf/screen');
const chrome = await startChrome();
test.after(() => chrome.close());

const folder = fileURLToPath(new URL('../tags/fixtures', import.meta.url));
const { printed, units, screen, offprints, offprintsAlone } = await makeReadableOf(chrome, folder, '2026-1');
/** A unit as Chrome printed it, cut to its trimmed size; only its own pages, or all. */
async function printedUnit({ pdf, count, trimming }: LoadedUnit, own: boolean): Promise<Uint8Array> {
  const document = openPdf(pdf);
  if (own) keepPages(document, 0, count);
  cutToTrim(document, trimming);
  return savePdf(document);
}
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
  const letters = await Promise.all(units.map(async (unit) => lettersOf(await printedUnit(unit, true))));
  assert.equal(await lettersOf(screen), letters.flat());
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
  const chromes = await Promise.all(units.map(async (unit) => picturesOf(await printedUnit(unit, false))));
  const same = async (pdf: Uint8Array, pages: readonly (Buffer | undefined)[]) => {
    const ours = await picturesOf(pdf);
    assert.is(ours.length, pages.length);
    for (const [i, page] of pages.entries()) assert.ok(ours[i]?.equals(page as Buffer), `page ${i + 1}`);
  };
  await same(
    screen,
    units.flatMap(({ count }, i) => chromes[i]?.slice(0, count) ?? []),
  );
  for (const { article, pdf } of offprints) {
    const index = units.findIndex(({ articles }) => articles.includes(article));
    const { survey, copies } = units[index] as LoadedUnit;
    const own = [...survey.pages.keys()].filter((page) => survey.articles[page]?.includes(article));
    const at = new Map(copies.map((copy) => [`${copy.article} ${copy.page}`, copy.at]));
    await same(
      pdf,
      own.map((page) => chromes[index]?.[at.get(`${article} ${page}`) ?? page]),
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
