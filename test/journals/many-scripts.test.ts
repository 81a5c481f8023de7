import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';
import { unzip } from '../epub/unzip.ts';

/*
 * Hebrew in Ukrainian, Arabic and Persian in English, a Greek apparatus, phonetics and transliteration, Church Slavonic and the local forms of
 * Cyrillic, Armenian, Georgian and Devanagari: in titles, names, notes, tables, quotations, translations, running heads and on the cover, in both
 * styles. What holds is read from the finished files.
 */

const source = join(import.meta.dirname, 'many-scripts');
const work = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(work, { recursive: true, force: true }));

/** Builds the journal in a style, and returns the folder of its issue. Nothing but loose lines and what is not known of a language is told. */
async function built(style: string): Promise<string> {
  const root = join(work, style);
  await cp(source, root, { recursive: true });
  const facts = join(root, 'manuscripts', 'journal.yaml');
  await writeFile(facts, (await readFile(facts, 'utf8')).replace(/^style: .*$/m, `style: ${style}`));
  const { code, stdout, stderr } = await offprint(['build', '--json'], root);
  assert.is(code, 0, stderr || stdout);
  const rules = new Set(JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule));
  for (const known of ['language-told', 'language-whole', 'line-stretched']) rules.delete(known);
  assert.equal([...rules], []);
  return join(root, 'dist', '2026-1');
}

async function pdfIn(folder: string, end: string): Promise<Uint8Array> {
  const name = (await readdir(folder)).find((one) => one.endsWith(end)) ?? '';
  return new Uint8Array(await readFile(join(folder, name)));
}

/** The text of a PDF as PDF.js finds it, in one line; it leaves out the spaces between words from right to left. */
async function foundByPdfJs(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  }
  await document.loadingTask.destroy();
  return text.replace(/\s+/g, ' ');
}

/** Words that go over lines, with figures and brackets among them, in the order in which they are read. */
const phrases = [
  'רבי עקיבא (בערך 50–135), כפי שנמסרו במשנה, פרקי אבות ג, 13: מסורת, סייג לתורה.',
  'המאמר דן בשאלה כיצד הבינו המתרגמים את המילה בראשית',
  'توفي في مراكش سنة 595 هـ (1198 م)، ودفن في قرطبة.',
  'أبو الوليد محمد بن أحمد بن رشد',
  'Ճանաչել զիմաստութիւն և զխրատ, իմանալ զբանս հանճարոյ',
  'რომელმან შექმნა სამყარო ძალითა მით ძლიერითა',
  'μῆνιν ἄειδε, θεά, Πηληϊάδεω Ἀχιλῆος',
];

for (const style of ['quarterly', 'essay'])
  test(`pages in eleven scripts are whole, and their words in the order of reading: ${style}`, async () => {
    const folder = await built(style);
    const lettersOf = (text: string) => text.normalize('NFC').replace(/[\s()]+/g, '');
    for (const end of ['-screen.pdf', '-print.pdf']) {
      const found = lettersOf(await foundByPdfJs(await pdfIn(folder, end)));
      for (const phrase of phrases) assert.ok(found.includes(lettersOf(phrase)), `${end}: ${phrase}`);
    }
    const entries = unzip(await pdfIn(folder, '.epub')).filter(({ path }) => path.endsWith('.xhtml'));
    const all = entries.map(({ data }) => Buffer.from(data).toString()).join('\n');
    for (const part of [
      '<bdi lang="he" xml:lang="he" dir="rtl">יוסף כהן</bdi>',
      '<bdi lang="ar" xml:lang="ar" dir="rtl">محمد علي</bdi>',
      '<span lang="hy" xml:lang="hy">Անահիտ Սարգսյան</span>',
      '<blockquote lang="fa" dir="rtl" xml:lang="fa">',
    ])
      assert.ok(all.includes(part), part);
  });

test('poppler finds whole words, the first line first', async () => {
  const path = join(work, 'essay', 'dist', '2026-1', 'pysmo-2026-1-screen.pdf');
  const text = await promisify(execFile)('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 24 }).then(
    ({ stdout }) => stdout,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    },
  );
  // Not every machine has it.
  if (text === undefined) return;
  for (const word of ['ראשית', 'יוסף כהן', 'فاطمة الزهراء', 'محمد علي', 'ابن رشد', 'قرطبة', 'Սարգսյան', 'ბერიძე'])
    assert.ok(text.includes(word), word);
});

test.run();
