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

const run = promisify(execFile);
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** The dots in a row of a picture of a page. */
const width = 425;
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

/** What is found of each kind of writing, in the order in which it is read; most go over the end of a line somewhere. */
const kinds = {
  'Hebrew in a title in Ukrainian': 'Слово בראשית і його читачі',
  'Hebrew with points in a heading': 'Чому בראשית, а не בָּרֵאשִׁית',
  'Hebrew in brackets': 'Раші (רש״י) у коментарі',
  'a sentence in Hebrew, with years and brackets':
    'רבי עקיבא (בערך 50–135), כפי שנמסרו במשנה, פרקי אבות ג, 13: מסורת, סייג לתורה.',
  'a quotation with points': 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ',
  'an abstract in Hebrew': 'המאמר דן בשאלה כיצד הבינו המתרגמים את המילה בראשית',
  'an Arabic name in the contents and the byline': 'فاطمة الزهراء',
  'a long Arabic name in English': 'أبو الوليد محمد بن أحمد بن رشد',
  'a sentence in Arabic, with figures and brackets': 'توفي في مراكش سنة 595 هـ (1198 م)، ودفن في قرطبة.',
  'Arabic digits': 'died in ٥٩٥ (1198)',
  'a Persian quotation': 'بنی‌آدم اعضای یک پیکرند',
  'transliterated Arabic': 'ʿAbd ar-Raḥmān ʿAbd al-Raḥmān Abderramán',
  'Greek with all accents': 'μῆνιν ἄειδε, θεά, Πηληϊάδεω Ἀχιλῆος',
  'an apparatus': 'μῆνιν ἄειδε] Μούσας ἀείδω Apellicon ‖ Πηληϊάδεω] Πηληιάδεω',
  'a Hebrew siglum in the apparatus': 'αὐτοὺς δ᾽ ἑλώρια ℵ²',
  'brackets of an edition': 'struck out, {…} what the editor would strike out, †…† what is past mending',
  'Greek figures': 'ϛ (6), ϟ (90), ϡ (900). The year ͵αωκα΄ is 1821',
  'phonetic signs': 'church is [t͡ʃɜːt͡ʃ], measure [ˈmɛʒə]',
  'tone letters beside Vietnamese': 'mả [ma˧˩˧], mã [maˀ˥], mạ [maˀ˧˨ʔ]',
  'Vietnamese with two marks on a letter': 'stacks two marks on one vowel: ế, ộ, ữ, ẫ',
  'transliterated Sanskrit': 'karmaṇy evādhikāras te mā phaleṣu kadācana',
  'marks above and below': 'ṝ, ḹ, ǟ, ǡ, ḗ, ō̃',
  'Church Slavonic with titla': 'Искони бѣ слово, и слово бѣ отъ ба҃, и бъ҃ бѣ слово.',
  'old Cyrillic letters': 'ѧ, ѫ, ѩ, ѭ, ꙗ, ѥ, ѡ, ѯ, ѱ, ѳ, ѵ, ꙋ',
  'Serbian italics in Ukrainian': 'баба, град, дед, поп, тетка',
  'Bulgarian in Ukrainian': 'въздух, жълъд, клюка, път',
  'Ukrainian with stresses': 'за́мок і замо́к, Є́вген, Ю́рій, А́нна, Я́лта',
  Armenian: 'Ճանաչել զիմաստութիւն և զխրատ, իմանալ զբանս հանճարոյ',
  Georgian: 'რომელმან შექმნა სამყარო ძალითა მით ძლიერითა',
  'old and new Georgian letters': 'ასომთავრული, are Ⴀ, Ⴁ, Ⴂ',
  'signs of no script': '① The signs are checked in proof',
};

/** Devanagari, of which PDF.js tells the signs in the order in which they stand. */
const devanagari = 'कर्मण्येवाधिकारस्ते मा फलेषु कदाचन';

/** A text without what readers differ about: spaces, the ends of lines, Hebrew points, brackets, marks of direction. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[\s()\p{Cf}\u0591-\u05c7-]+/gu, '');
}

for (const style of ['quarterly', 'essay'])
  test(`pages in eleven scripts are whole, and their words in the order of reading: ${style}`, async () => {
    const folder = await built(style);
    for (const end of ['-screen.pdf', '-print.pdf']) {
      const found = lettersOf(await foundByPdfJs(await pdfIn(folder, end)));
      for (const [kind, text] of Object.entries(kinds)) assert.ok(found.includes(lettersOf(text)), `${end}: ${kind}`);
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

// Not every machine has poppler.
const withPoppler = (await has('pdftotext')) ? test : test.skip;

for (const style of ['quarterly', 'essay'])
  for (const end of ['screen', 'print'])
    withPoppler(`poppler finds the same words: ${style}, ${end}`, async () => {
      const path = join(work, style, 'dist', '2026-1', `pysmo-2026-1-${end}.pdf`);
      const { stdout } = await run('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 24 });
      const found = lettersOf(stdout);
      for (const [kind, text] of Object.entries({ ...kinds, devanagari })) {
        // It puts the words of a line from right to left in the order in which they stand, and each word in that in which it is read.
        const whole = rightToLeft.test(text) ? (text.match(/[\p{L}\p{M}\u200c״]+/gu) ?? []) : [text];
        for (const one of whole) assert.ok(found.includes(lettersOf(one)), `${kind}: ${one}`);
      }
    });

for (const style of ['quarterly', 'essay'])
  withPoppler(`the pages in print look as on the screen: ${style}`, async () => {
    const folder = join(work, style, 'dist', '2026-1');
    // At 63.5 dots an inch the bleed of the print PDF, 8 mm, is 20 of them.
    const screen = await picturesOf(join(folder, 'pysmo-2026-1-screen.pdf'), 0);
    const print = await picturesOf(join(folder, 'pysmo-2026-1-print.pdf'), 20);
    assert.ok(screen.length > 15);
    // Print has pages after the last, to whole sheets.
    for (const [at, page] of screen.entries()) {
      const other = print[at] as Buffer;
      assert.is(other.length, page.length);
      // The colours are inks in print, and a bit darker or lighter; a rule or a line may be rounded to the next row. What is missing or elsewhere is more.
      const differ = page.filter((grey, i) =>
        [-width, 0, width].every((row) => Math.abs(grey - (other[i + row] ?? grey)) > 96),
      ).length;
      assert.ok(differ < page.length / 1000, `page ${at + 1}: ${differ} of ${page.length} dots differ`);
    }
  });

/** The pages of a PDF in grey, cut to the trimmed size, which begins so many dots from the corner. */
async function picturesOf(pdf: string, from: number): Promise<Buffer[]> {
  const folder = await mkdtemp(join(work, 'pictures-'));
  const cut = ['-x', from, '-y', from, '-W', width, '-H', 600].map(String);
  await run('pdftoppm', ['-r', '63.5', '-gray', ...cut, pdf, join(folder, 'page')]);
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

async function has(program: string): Promise<boolean> {
  try {
    await run(program, ['-v']);
    return true;
  } catch {
    return false;
  }
}

test.run();
