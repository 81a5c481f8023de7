import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { noCache } from '../../../build/cache/cache.ts';
import { preflight } from '../../../build/check/pdf/preflight.ts';
import { makeAllOffprints } from '../../../build/pdf/offprints/make-all-offprints.ts';
import { openUnit } from '../../../build/pdf/opened-unit.ts';
import type { PrintedUnit } from '../../../build/pdf/printed-unit.ts';
import { makeScreen } from '../../../build/pdf/screen/make-screen.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { fontDictsOf, readPdf } from '../../../build/pdf-reading/read-pdf.ts';
import { wordFaults } from '../../check/words/word-faults.ts';
import { article, issueOf } from '../../epub/sample.ts';
import { style, theme } from '../../galley/compose.ts';
import { dumpTags } from '../tags/tag-dump.ts';
import { printApart } from './print-apart.ts';

/* An issue whose articles were printed apart is the one that was printed as a whole. */

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

const { whole, units, pages } = await printApart(chrome, issue, style, theme);
const screenOf = (some: readonly PrintedUnit[]) => makeScreen(issue, some.map(openUnit), theme.terms, noCache);
const offprintsOf = (some: readonly PrintedUnit[]) => makeAllOffprints(issue, some.map(openUnit), theme.terms, noCache);
const [one, linked] = [await screenOf([whole]), await screenOf(units)];

/** Tags without the parts of their ids that name a unit. */
const anonymous = (tags: string, names: readonly string[]) =>
  tags.replace(/(#|=|,)?head-([\w-]+?)-\d+/g, (id, sign = '', name) => (names.includes(name) ? `${sign}head` : id));

test('it has the same words, the same tags and the same links, to other articles, too', async () => {
  assert.ok(units.length >= 3);
  assert.equal(await wordFaults(linked, pages.survey.pages), []);
  const names = units.map(({ name }) => name);
  const tags = anonymous(await dumpTags(linked), names);
  assert.is(tags, anonymous(await dumpTags(one), ['issue']));
  for (const target of ['#a2 ', '#a2--h', '#a2--tab-1', '#a1 ', 'https://example.org/?q=(12%200%20R'])
    assert.match(tags, `→ ${target}`);
  assert.not.match(tags, 'nothing');
  const dests = openPdf(linked).catalog.lookup(PDFName.of('Dests'), PDFDict);
  for (const id of ['a1', 'a2', 'a2--h', 'a2--tab-1']) assert.ok(dests.has(PDFName.of(id)), id);
});

test('it keeps to PDF/UA and PDF/A as far as our preflight sees, and has each face once', async () => {
  const { clauses } = await preflight(linked, { profile: 'screen' });
  assert.equal(
    clauses.flatMap(({ rule, findings }) => findings.map(({ found }) => `${rule}: ${found}`)),
    [],
  );
  const [faces, asWhole] = await Promise.all([linked, one].map(async (pdf) => fontDictsOf(await readPdf(pdf)).length));
  assert.is(faces, asWhole);
});

test('the same units give the same bytes, and a unit does not depend on the others', async () => {
  assert.ok(Buffer.from(await screenOf(units)).equals(linked));
  const alone = await offprintsOf(units);
  for (const unit of units.filter(({ articles }) => articles.length > 0)) {
    const [offprint] = await offprintsOf([unit]);
    const same = alone.find(({ article: id }) => id === offprint?.article);
    // Without the other units, links to them lead nowhere.
    assert.equal(offprint?.texts, same?.texts);
  }
});

test('offprints have the words, tags and links that they have if the issue is printed as a whole', async () => {
  const [apart, together] = [await offprintsOf(units), await offprintsOf([whole])];
  assert.equal(
    apart.map(({ name, texts }) => ({ name, texts })),
    together.map(({ name, texts }) => ({ name, texts })),
  );
  for (const [i, { pdf }] of apart.entries()) {
    const tags = await dumpTags(together[i]?.pdf as Uint8Array);
    assert.is((await dumpTags(pdf)).replace(/head-\d+/g, 'head'), tags.replace(/head-\d+/g, 'head'));
  }
});

test.run();
