import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { preflight } from '../../../build/check/pdf/preflight.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { fontDictsOf, readPdf } from '../../../build/pdf-reading/read-pdf.ts';
import { wordFaults } from '../../check/words/word-faults.ts';
import { article, issueOf } from '../../epub/sample.ts';
import { style } from '../../galley/compose.ts';
import { makeReadable } from '../tags/made.ts';
import { dumpTags } from '../tags/tag-dump.ts';

/* An issue whose articles were printed apart is one file: links, tags, faces and words go together. */

const test = suite('pdf/linking/link-units');
const chrome = await startChrome();
test.after(() => chrome.close());

const words = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');
const call = (a: number) => `<a class="call" href="#a${a}--note-1" id="a${a}--call-1">1</a>`;
const table = (a: number) =>
  `<figure class="table" id="a${a}--tab-1"><figcaption><span class="label">Table 1</span> Sums</figcaption><table><thead><tr><th>Head</th><th>Sum</th></tr></thead><tbody><tr><td>one</td><td>1</td></tr></tbody></table></figure>`;
const hostile = '12 0 R (&gt;&gt; endobj';

const issue = issueOf([
  article(1, {
    front: { authors: [{ name: 'Ann' }], doi: '10.5555/12345678' },
    title: `The first ${hostile}`,
    body: `<h2 id="a1--h">Head ${hostile}</h2><p>${words('alpha', 700)} ${call(1)} <a href="#a2">to the second</a> <a href="#a2--h">to its head</a> <a href="#a2--tab-1">Table</a> <a href="#a1--h">own</a> <a href="#a2--nothing">nowhere</a> <a href="https://example.org/?q=(12%200%20R">out</a></p>${table(1)}<ul><li>item</li></ul>`,
    notes: [[`<p>${words('note', 20)}</p>`]],
  }),
  article(2, {
    front: { authors: [{ name: 'Бен' }] },
    lang: 'uk',
    title: 'The second',
    body: `<h2 id="a2--h">Глава</h2><p>${words('beta', 300)} ${call(2)} <a href="#a1">to the first</a></p>${table(2)}`,
    notes: [[`<p>${words('remark', 20)}</p>`]],
  }),
]);

const { units, printed, screen, offprints } = await makeReadable(chrome, issue, style);

test('it has all words, tags in the order of the issue, and links to other articles', async () => {
  assert.ok(units.length >= 4);
  assert.equal(await wordFaults(screen, printed.pages.survey.pages), []);
  const tags = await dumpTags(screen);
  for (const target of ['#a2 ', '#a2--h', '#a2--tab-1', '#a1 ', 'https://example.org/?q=(12%200%20R'])
    assert.match(tags, `→ ${target}`);
  assert.not.match(tags, 'nothing');
  assert.ok(tags.indexOf('alpha699') < tags.indexOf('beta299'));
  const dests = openPdf(screen).catalog.lookup(PDFName.of('Dests'), PDFDict);
  for (const id of ['a1', 'a2', 'a2--h', 'a2--tab-1']) assert.ok(dests.has(PDFName.of(id)), id);
});

test('a link to another unit leads to the page of its target', async () => {
  const document = openPdf(screen);
  const pages = document.getPages();
  const dests = document.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const { ids } = printed.pages.survey;
  for (const id of ['a1', 'a2', 'a2--h', 'a2--tab-1']) {
    const page = ids.find(([one]) => one === id)?.[1] ?? 0;
    assert.is(dests.lookup(PDFName.of(id), PDFArray).get(0), pages[page - 1]?.ref, id);
  }
});

test('it keeps to PDF/UA and PDF/A as far as our preflight sees, and has each face once', async () => {
  const { clauses } = await preflight(screen, { profile: 'screen' });
  assert.equal(
    clauses.flatMap(({ rule, findings }) => findings.map(({ found }) => `${rule}: ${found}`)),
    [],
  );
  const names = fontDictsOf(await readPdf(screen)).map((font) =>
    String(font.get(PDFName.of('BaseFont'))).replace(/^\/[A-Z]{6}\+/, ''),
  );
  assert.equal(names, [...new Set(names)]);
});

test('an offprint is that of its unit', async () => {
  for (const { article: id, pdf, texts = [] } of offprints) {
    assert.equal(await wordFaults(pdf, texts), []);
    const unit = units.find(({ articles }) => articles.includes(id));
    assert.is(openPdf(pdf).getPageCount(), unit?.count);
  }
});

test.run();
