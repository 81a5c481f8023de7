import { appendFile, cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { checkFinishedWords } from '../../../build/check/editions/check-finished-pdf.ts';
import { galleyTexts } from '../../../build/check/words/galley-texts.ts';
import { wordsProver } from '../../../build/check/words/prove-pdf.ts';
import { checkIssue } from '../../../build/check-issue.ts';
import { backCover, coverSheet } from '../../../build/cover/cover-sheet.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { dictAt } from '../../../build/pdf-reading/file/objects.ts';
import { contentData } from '../../../build/pdf-reading/file/stream-data.ts';
import { parseRendered } from '../../../build/theme/well-formed.ts';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';
import { changed, type Open } from '../pdf/change.ts';
import { journal } from '../pdf/edition.ts';

/*
 * The sheets for the printer, the cover’s and the imposed ones, have the words of the manuscripts, each page on its
 * half of the right side.
 */
const test = suite('check/words/sheets');

const root = await emptyFolder();
await cp(journal, root, { recursive: true });
await appendFile(
  join(root, 'manuscripts/journal.yaml'),
  'description: On plates\nprint: { cover: separate, imposition: saddle-stitch, spine: 6 }\n',
);
const built = await offprint(['build', '--quiet', '--only', 'print,screen'], root);
assert.is(built.code, 0, built.stderr);
const parts = ['screen', 'print', 'cover', 'imposed'] as const;
const [, print, cover, imposed] = parts.map((part) => `plates-2026-1-${part}.pdf`);

/** Returns the reports about words, with a fault planted in one file. */
async function said(
  name = '',
  spoil: (open: Open) => void = () => {},
  built = { root, hasCover: true },
): Promise<string[]> {
  const folder = join(built.root, 'dist/2026-1');
  const { inType } = await checkIssue('2026-1', await openRepository(built.root), (_, work) => work());
  const style = inType?.styles.get('print');
  if (!inType || !style) throw new Error('The journal cannot be read');
  const { issue, theme } = inType;
  const files = await Promise.all(
    parts
      .filter((part) => part !== 'cover' || built.hasCover)
      .map(async (part) => {
        const path = `plates-2026-1-${part}.pdf`;
        const bytes = await readFile(join(folder, path));
        const file = new VFile({ path });
        return {
          part,
          path,
          file,
          read: async () => (path === name ? await changed(bytes, spoil) : bytes),
          whole: true,
          current: true,
        };
      }),
  );
  const record = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8'));
  const coverOf = async () => parseRendered(await coverSheet(issue, style, theme, 0), 'cover-sheet.ejs');
  const backOf = async () => parseRendered(await backCover(issue, style, theme), 'back-cover.ejs');
  const prover = wordsProver({
    issue,
    record,
    hasCover: built.hasCover,
    coverSheet: coverOf,
    backCover: built.hasCover ? undefined : backOf,
    galley: () => galleyTexts(issue, style, theme, record.ids),
    repeatsReports: true,
  });
  for (const one of files) await checkFinishedWords(one, one.part, prover, issue);
  return files.flatMap(({ file }) => file.messages.map(({ reason }) => `${file.path}: ${reason}`));
}

/** Changes what a form paints, by its name: `P3` is the third page on its sheet. */
const inForm = (form: string, change: (content: string) => string) => (open: Open) => {
  const forms = open.pages.map(({ dict }) => dictAt(dictAt(dict, 'Resources'), 'XObject'));
  const holder = forms.find((one) => one?.has(PDFName.of(form))) as PDFDict;
  const stream = holder.lookup(PDFName.of(form)) as PDFRawStream;
  const before = Buffer.from(contentData(stream)).toString('latin1');
  const after = change(before);
  assert.is.not(after, before, 'Nothing was changed');
  const dict = stream.dict.clone(open.doc.context);
  dict.delete(PDFName.of('Filter'));
  holder.set(PDFName.of(form), open.doc.context.register(PDFRawStream.of(dict, Buffer.from(after, 'latin1'))));
};

const glyph = /<(?!0001)[\dA-F]{4}>\s*Tj/;

test('good sheets have the words', async () => {
  assert.equal(await said(), []);
});

test('a letter that is lost on a sheet is found', async () => {
  const [fault, ...others] = await said(
    imposed,
    inForm('P4', (content) => content.replace(glyph, '')),
  );
  assert.match(
    fault ?? '',
    /imposed\.pdf: The \w+ half of side \d+ has other words than page 6 of plates-2026-1-screen\.pdf/,
  );
  assert.equal(others, []);
});

test('pages on each other’s halves, and sheets in another order, are found', async () => {
  const halves = await said(imposed, ({ repaint, page }) => {
    const content = dictAt(dictAt(page(1), 'Resources'), 'XObject');
    const [one = '', other = ''] = content?.keys().map((key) => key.decodeText()) ?? [];
    repaint(1, (text) =>
      text.replace(new RegExp(`/(${one}|${other}) Do`, 'g'), (_, name) => `/${name === one ? other : one} Do`),
    );
  });
  assert.match(halves.join('\n'), /The \w+ half of side 1 has other words/);
  const order = await said(imposed, ({ page }) => {
    const [a, b] = [page(1), page(3)];
    for (const key of ['Contents', 'Resources'].map((name) => PDFName.of(name))) {
      const kept = a.get(key);
      const other = b.get(key);
      if (kept && other) {
        a.set(key, other);
        b.set(key, kept);
      }
    }
  });
  assert.match(order.join('\n'), /The \w+ half of side 1 has other words/);
});

test('a sheet that is missing is found', async () => {
  const fewer = await said(imposed, ({ doc }) => doc.removePage(0));
  assert.match(fewer.join('\n'), /There are \d+ sides of sheets/);
});

test('a word that is lost on the cover, one in pieces, and one too many are found', async () => {
  const lost = await said(cover, ({ repaint }) => repaint(1, (content) => content.replace(glyph, '')));
  assert.match(lost.join('\n'), /cover\.pdf: The cover’s sheet lacks words/);
  const twice = await said(cover, ({ repaint }) => repaint(1, (content) => content.replace(glyph, '$& $&')));
  assert.match(twice.join('\n'), /cover\.pdf: The cover’s sheet (lacks words|has words that are not)/);
  const more = await said(cover, ({ repaint }) =>
    repaint(1, (content) => content.replace(/BT\s[\s\S]*?\sET\s/, '$&\n$&')),
  );
  assert.match(more.join('\n'), /cover\.pdf: The cover’s sheet has words that are not in the manuscripts/);
});

test('the pages of a print PDF whose cover is a file of its own are those of the screen PDF, the last one, too', async () => {
  const spoilt = await said(print, ({ doc }) => doc.removePage(doc.getPageCount() - 1));
  assert.match(spoilt.join('\n'), /print\.pdf: Page \d+ has other words/);
});

test('finished sheets with the cover inside pass, and have the words of its back', async () => {
  const inside = await emptyFolder();
  await cp(journal, inside, { recursive: true });
  await appendFile(join(inside, 'manuscripts/journal.yaml'), 'print: { cover: inside, imposition: saddle-stitch }\n');
  const made = await offprint(['build', '--quiet', '--only', 'print,screen'], inside);
  assert.is(made.code, 0, made.stderr);
  const check = () => offprint(['check', '--quiet', '--editions'], inside, { PATH: '' });
  assert.equal(await check(), { code: 0, stdout: '', stderr: '' });
  const [fault, ...others] = await said(
    imposed,
    inForm('P12', (content) => content.replace(glyph, '')),
    { root: inside, hasCover: false },
  );
  assert.match(
    fault ?? '',
    /imposed\.pdf: The left half of side 1 has other words than page 12 of plates-2026-1-print/,
  );
  assert.equal(others, []);
});

test.run();
