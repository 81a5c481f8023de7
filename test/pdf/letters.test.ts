import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { startChrome } from '../../build/browser/browser.ts';
import { preflight } from '../../build/check/pdf/preflight.ts';
import { checkWithVera } from '../../build/check/vera/vera.ts';
import { walkPages } from '../../build/pdf-reading/content/walk.ts';
import { readPdf } from '../../build/pdf-reading/read-pdf.ts';
import { emptyFolder } from '../cli/folders.ts';
import { article, issueOf } from '../epub/sample.ts';
import { style } from '../galley/compose.ts';
import { wholePdf } from '../pages/print.ts';
import { makeReadable } from './tags/made.ts';
import { dumpTags } from './tags/tag-dump.ts';

/*
 * Letters with accents, of which faces have no single glyph, or another face has to help out: all are painted, and read, in every edition.
 */

const test = suite('pdf/letters');
const chrome = await startChrome();
test.after(() => chrome.close());

const words = [
  'ʃ̩́ ʃ̩̄ ma˥˩ t͡ʃ ɔ̃́ n̥̩ ə̥̆',
  'Ю́рій Я́ків Є́ва конституці́йний украї́нського ы́ э́',
  'ἄνθρωπος ᾦ Ὦ ὕβρις',
  'tiếng Việt Nguyễn Ường',
  'ė̃ ų̃ Ǘ ḹ',
  'office fi ffi ffl The Thomas ĳ',
  '1234567890 x² y³ H₂O ½',
];
const inAll = words.map(
  (text) => `<p>${text} <em>${text}</em> <strong>${text}</strong> <span class="smallcaps">${text}</span> end.</p>`,
);
const call = '<a class="call" href="#a1--note-1" id="a1--call-1">1</a>';
const issue = issueOf([
  article(1, {
    front: { authors: [{ name: 'Ю́рій Ʃ̩́' }] },
    title: 'Ю́рій ʃ̩́',
    body: `${inAll.join('')}<h2>${words.join(' ')}</h2><p>${'вода́ '.repeat(80)}</p><p>m<sup>2<sup>n<sup>3</sup></sup></sup>x ${'ʃ̩́ '.repeat(90)}${call}</p>`,
    notes: [[`<p>${words.join(' ')} end.</p>`]],
  }),
]);
const made = await makeReadable(chrome, issue, style);
const offprint = made.offprints[0]?.pdf ?? new Uint8Array();

test('every word is in the tags as it was written, with the spaces between them', async () => {
  for (const pdf of [made.screen, offprint]) {
    const lines = (await dumpTags(pdf)).normalize('NFC').match(/“.*”/g) ?? [];
    const read = lines
      .map((line) => line.slice(1, -1))
      .join('')
      .replace(/ +/g, ' ');
    // In the text, emphasis of two kinds, the heading and the note; small capitals for capitals, too, are glyphs of small letters.
    for (const text of words.map((one) => one.normalize('NFC')))
      assert.ok(read.split(text).length > 5, `${text} in\n${read}`);
    assert.ok(read.includes('вода́ '.repeat(79).trim().normalize('NFC')), read);
    assert.ok(read.includes(`m²n³x ${'ʃ̩́ '.repeat(89)}`), read);
  }
});

test('each glyph is painted as the browser did, in its face and size and on its line', async () => {
  const painted = async (bytes: Uint8Array) => {
    const glyphs: string[] = [];
    const pdf = await readPdf(bytes);
    walkPages(pdf.pages, [
      {
        text: ({ page, font, codes, at: [, y], state }) => {
          const size = (state.fontSize * Math.hypot(state.matrix[0], state.matrix[1])).toFixed(2);
          for (const code of codes)
            if (font?.unicode?.get(code) !== ' ')
              glyphs.push(`${(page as { number: number }).number} ${font?.name} ${code} ${size} ${y.toFixed(1)}`);
        },
      },
    ]);
    return glyphs.sort();
  };
  const screen = await painted(made.screen);
  const pages = new Set(screen.map((glyph) => glyph.split(' ')[0]));
  const printed = (await painted(await wholePdf(made.printed.units))).filter((glyph) => pages.has(glyph.split(' ')[0]));
  assert.ok(screen.length > 1000);
  assert.equal(screen, printed);
});

test('programs that read no ActualText find the words, too', async () => {
  const { promise } = getDocument({ data: made.screen.slice(), verbosity: 0 });
  const document = await promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number++)
    for (const item of (await (await document.getPage(number)).getTextContent()).items)
      if ('str' in item) text += item.str + (item.hasEOL ? ' ' : '');
  for (const word of [
    'Ю́рій',
    'Я́ків',
    'конституці́йний',
    'ʃ̩́',
    'ὕβρις',
    'Nguyễn',
    'Ường',
    'office',
    'Thomas',
    '1234567890',
  ])
    assert.ok(text.normalize('NFC').includes(word), `${word} in ${text}`);
  assert.not.match(text, /\0|\ufffd/);
});

test('our preflight and veraPDF find nothing', async () => {
  const folder = await emptyFolder();
  const files = [];
  for (const [name, pdf] of [
    ['screen', made.screen],
    ['offprint', offprint],
  ] as const) {
    const { clauses } = await preflight(pdf.slice(), { profile: 'screen' });
    assert.equal(
      clauses.flatMap(({ findings }) => findings.map(({ found }) => found)),
      [],
    );
    const path = join(folder, `${name}.pdf`);
    await writeFile(path, pdf);
    files.push({ path, file: new VFile({ path }) });
  }
  await checkWithVera(files);
  const faults = files.flatMap(({ file }) => file.messages.map(String)).filter((message) => !/skipped/.test(message));
  assert.equal(faults, []);
});

test.run();
