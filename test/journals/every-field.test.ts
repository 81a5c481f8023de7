import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';
import { textOf, unzip } from '../epub/unzip.ts';

/* An issue with every kind of article and every field of front matter, in all editions. */

const root = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(root, { recursive: true, force: true }));
await cp(join(import.meta.dirname, 'every-field'), root, { recursive: true });
const { code, stderr } = await offprint(['build'], root);
const folder = join(root, 'dist/2026-1');

/** The words of an article’s offprint, as PDF.js reads them. */
async function pagesOf(name: string): Promise<string> {
  const data = new Uint8Array(await readFile(join(folder, 'offprints', `${name}.pdf`)));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number++)
    for (const item of (await (await document.getPage(number)).getTextContent()).items)
      if ('str' in item) text += `${item.str}${item.hasEOL ? ' ' : ''}`;
  await document.destroy();
  return text.replace(/\s+/g, ' ');
}

/** The words of a document of the e-book. */
async function bookTextOf(path: string): Promise<string> {
  const xhtml = textOf(await readFile(join(folder, 'notes-2026-1.epub')), `OEBPS/${path}`);
  return xhtml.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

test('its finished editions, with a barcode on the back, hold what they are held to', async () => {
  const checked = await offprint(['check', '--editions'], root);
  assert.is(checked.code, 0, checked.stderr);
});

test('it is built without an error or a warning', () => {
  assert.is(code, 0, stderr);
  assert.not.match(stderr, /warning|error/);
});

test('a review names what it is about, and says at its end what the front matter says', async () => {
  for (const text of [await pagesOf('review'), await bookTextOf('review.xhtml')]) {
    for (const said of [
      'Institute of Literature, Ukraine',
      'Franz Berger, Ina Klein. Der Rand (ed. by A. Maier). Berlin: Verlag am Rand, 2024. 320 pp. ISBN 978‑3‑16‑148410‑0. €49.95.',
      'Jane Roe. The Page’s Other Half. Margin Press, 2023. https://doi.org/10.5555',
      'Translation: Carla de la Torre',
      'Original: Поля сторінки, Київ 2020',
      'Corrected by: Correction to Two Books',
      'Author contributions: Ann Author: conceptualization, writing – original draft. Bob Writer: methodology, writing – review & editing.',
      'Acknowledgements: We thank the readers',
      'And their “friends”.',
      'Funding: National Fund (2020.01/0123); Another Fund.',
      'Competing interests: The authors declare none.',
      'Data availability: All sources are in',
    ])
      assert.ok(
        text.replaceAll('&#x26;', '&').replaceAll('&amp;', '&').includes(said),
        `${said} in ${text.slice(0, 900)}`,
      );
  }
});

test('corrections say which article they are about, in their own language', async () => {
  for (const [name, kind, said] of [
    ['erratum', 'ERRATUM', 'Correction to: A Short History of the Margin (September 2025). https://doi.org/10.5555'],
    ['retraction', 'ВІДКЛИКАННЯ', 'Відкликано: A Book (2020). https://doi.org/10.5555'],
    ['concern', 'EXPRESSION OF CONCERN', 'Expression of concern about: The Lost Catalogue'],
  ] as const)
    for (const text of [await pagesOf(name), await bookTextOf(`${name}.xhtml`)]) {
      assert.ok(text.includes(said), `${said} in ${text}`);
      assert.ok(text.toUpperCase().includes(kind), kind);
    }
});

test('a kind is named where no section’s title says it', async () => {
  assert.match(await pagesOf('letter'), /LETTER A piece/i);
  assert.not.match(await pagesOf('document'), /DOCUMENT A piece/i);
});

test('notes to title and authors stand at the foot of the first page, and nowhere else', async () => {
  const pages = await pagesOf('review');
  for (const said of [
    'Two Books about Margins*',
    'Ann Author†',
    'Bob Writer‡',
    '* Read at a meeting in Lviv in 2025.',
    '† Ann thanks the library.',
    '‡ Bob holds a grant.',
    '1 The note.',
  ])
    assert.ok(pages.includes(said), `${said} in ${pages}`);
  const files = unzip(await readFile(join(folder, 'notes-2026-1.epub')));
  const book = files.find(({ path }) => path.endsWith('/review.xhtml'))?.data.toString('utf8') ?? '';
  assert.match(book, /<span id="title">Two Books about Margins<\/span><a epub:type="noteref" role="doc-noteref"/);
  assert.match(book, /aria-label="Note\s\*\. Back to the text">\*<\/a><\/span> Read at a meeting/);
  for (const { path, data } of files)
    if (/nav\.xhtml|content\.opf|toc\.ncx|contents\.xhtml/.test(path))
      assert.not.match(data.toString('utf8'), /Margins\s*[*]|Writer\s*[‡[]|похибку ваги\s*[*^]/, path);
});

test('theorems, sub-figures, credits and listings have the words of the language', async () => {
  for (const text of [await pagesOf('note'), await bookTextOf('note.xhtml')])
    for (const said of [
      'Теорема 1 (Про вагу). Похибка ваги',
      'Доведення. Вона є',
      'не буває меншою за нуль. □',
      'говорить Теорема 1, а видно це тут: Рисунок 1b',
      'Лістинг 1',
      'Похибка двох вимірів',
      '(b) Права шалька',
      'Малюнок: Н. Нова',
      'Рисунок 2 Уся вага',
      'Фото з музею',
    ])
      assert.ok(text.replaceAll('\u00a0', ' ').includes(said), `${said} in ${text}`);
});

test('translators and those who talk are contributors of the e-book', async () => {
  const opf = textOf(await readFile(join(folder, 'notes-2026-1.epub')), 'OEBPS/content.opf');
  assert.match(opf, /<dc:contributor id="translator-1">Carla de la Torre<\/dc:contributor>/);
  assert.match(opf, /#translator-1" property="role" scheme="marc:relators">trl</);
  assert.match(opf, /#interviewee-2" property="file-as">Ковальчук, Юрій</);
  assert.match(opf, /#interviewer-1" property="role" scheme="marc:relators">ivr</);
});

test.run();
