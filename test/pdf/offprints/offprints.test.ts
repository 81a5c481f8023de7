import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { article, issueOf } from '../../epub/sample.ts';
import { style } from '../../galley/compose.ts';
import { makeReadable } from '../tags/made.ts';
import { dumpTags } from '../tags/tag-dump.ts';

const test = suite('pdf/offprints');
const chrome = await startChrome();
test.after(() => chrome.close());

const words = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');
const call = (a: number, n: number) => `<a class="call" href="#a${a}--note-${n}" id="a${a}--call-${n}">${n}</a>`;

const issue = issueOf([
  article(1, {
    front: { authors: [{ name: 'Ann' }], doi: '10.5555/12345678', license: 'CC0-1.0', keywords: ['k'] },
    title: 'The <em>first</em>',
    subtitle: 'of two',
    body: `<h2 id="a1--h">Head</h2><p>${words('alpha', 700)} ${call(1, 1)} <a href="#a2">with</a> <a href="#a2--h">links</a> <a href="#a1--h">own</a></p>`,
    notes: [[`<p>${words('note', 700)}</p>`]],
  }),
  article(2, {
    front: { authors: [{ name: 'Бен' }, { name: 'Cid' }] },
    lang: 'uk',
    title: 'The second',
    body: `<h2 id="a2--h">Глава</h2><p>${words('beta', 300)} ${call(2, 1)} <a href="#a1">to the first</a></p>`,
    notes: [[`<p>${words('remark', 20)}</p>`]],
  }),
]);

const runOn = { ...style, css: `${style.css}\n.article { --begins: run-on; }` };

/** What stands on each page, and where: `12 at 40, 730`. */
async function placesOf(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [`${item.str} at ${item.transform.slice(4).map(Math.round).join(', ')}`]
          : [],
      ),
    );
  }
  await document.loadingTask.destroy();
  return pages;
}

async function textOf(pdf: Uint8Array): Promise<{ pages: string[]; labels: string[] | null; outline: string[] }> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  const labels = await document.getPageLabels();
  const outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
  await document.loadingTask.destroy();
  return { pages, labels, outline };
}

test('an offprint has the issue’s folios, its own outline, facts, and the line that says where it is from', async () => {
  const { offprints, printed } = await makeReadable(chrome, issue, style);
  assert.equal(
    offprints.map(({ name }) => name),
    ['paper-1', 'paper-2'],
  );
  const [first, second] = offprints;
  if (!first || !second) return;
  const one = await textOf(first.pdf);
  const folios = printed.pages.list.filter(({ of }) => of === 'a1').map(({ folio }) => folio);
  assert.equal(one.labels, folios);
  assert.equal(one.outline, ['The first']);
  assert.match(one.pages[0] ?? '', `${folios[0]}–${folios.at(-1)}`);
  assert.match(one.pages[0] ?? '', 'doi:10.5555/12345678');
  const pdf = openPdf(first.pdf);
  assert.is(pdf.getTitle(), 'The first: of two');
  assert.is(pdf.getAuthor(), 'Ann');
  assert.match(String(pdf.catalog.get(PDFName.of('Lang'))), 'en-GB');
  assert.match(String(openPdf(second.pdf).catalog.get(PDFName.of('Lang'))), 'uk');
  const dests = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const names = dests.keys().map((name) => name.decodeText());
  assert.ok(names.length > 0 && names.every((name) => name.startsWith('a1')), names.join());
  // A link from elsewhere may lead to the article and its headings, though none inside does.
  assert.ok(names.includes('a1') && names.includes('a1--h'), names.join());
  // Links to the opening lead to the page that says where it is from.
  assert.is(dests.lookup(PDFName.of('a1--h'), PDFArray).get(0), pdf.getPage(0).ref);
});

test('a link that leaves it leads to the DOI, or is text', async () => {
  const { offprints } = await makeReadable(chrome, issue, style);
  const [first, second] = await Promise.all(offprints.map(({ pdf }) => dumpTags(pdf)));
  const links = (tags = '') => [...tags.matchAll(/→ (\S+)/g)].map(([, target]) => target);
  // The second article has no DOI; the first has, and shows it.
  const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';
  assert.equal(links(first), ['https://doi.org/10.5555/12345678', licence, '#a1--note-1', '#a1--h', '#a1--call-1']);
  assert.match(first ?? '', 'Span\n          “with”');
  assert.equal(links(second), ['#a2--note-1', 'https://doi.org/10.5555/12345678', '#a2--call-1']);
});

test('where articles share a page, an offprint has nothing of the other', async () => {
  const { offprints, printed } = await makeReadable(chrome, issue, runOn);
  assert.ok(printed.pages.survey.articles.some((ids) => ids.length > 1));
  const [first = '', second = ''] = await Promise.all(
    offprints.map(async ({ pdf }) => (await textOf(pdf)).pages.join(' ')),
  );
  const [tags, otherTags] = await Promise.all(offprints.map(({ pdf }) => dumpTags(pdf)));
  for (const text of [first, tags ?? '']) {
    assert.match(text, 'alpha699');
    assert.match(text, 'note19');
    assert.not.match(text, /beta|remark|second|Глава|Бен/);
  }
  // Each says where it is from, and has its own running heads.
  assert.match(first, 'doi:10.5555/12345678');
  assert.match(second, /Sample, Vol\. 1, No\. 1 \(2026\), pp?\./);
  assert.not.match(second, 'The first');
  for (const text of [second, otherTags ?? '']) {
    for (const there of ['beta0', 'beta299', 'remark19', 'Глава']) assert.match(text, there);
    assert.not.match(text, /alpha|note\d|Head/);
  }
});

test('a note’s rest goes with its article, to a page that has nothing else of it', async () => {
  const long = issueOf([
    article(1, {
      title: 'The first',
      front: { authors: [{ name: 'Ann' }] },
      body: `<p>${words('alpha', 300)} ${call(1, 1)}</p>`,
      notes: [[`<p>${words('note', 700)}</p>`]],
    }),
    article(2, {
      title: 'The second',
      front: { authors: [{ name: 'Ben' }] },
      body: `<p>${words('beta', 900)}</p>`,
    }),
  ]);
  const { offprints, printed } = await makeReadable(chrome, long, runOn);
  const { articles, notes } = printed.pages.survey;
  const rest = notes[0]?.pages.at(-1) ?? 0;
  assert.equal([...(articles[rest - 1] ?? [])].sort(), ['a1', 'a2']);
  const [one = '', two = ''] = await Promise.all(offprints.map(async ({ pdf }) => (await textOf(pdf)).pages.join(' ')));
  assert.match(one, 'note699');
  assert.not.match(one, 'beta');
  assert.match(two, 'beta899');
  assert.not.match(two, 'note');
});

test('the copy of a page has its folio and its margins', async () => {
  // Each article opens on a right page: between copies there are empty pages.
  const recto = { ...style, css: `${style.css}\n.article { --begins: recto; }` };
  for (const css of [
    recto.css,
    `${recto.css}\n@page review { @bottom-center { content: counter(page); } }\n.article { page: review; }`,
  ]) {
    const { units } = await makeReadable(chrome, issue, { ...style, css });
    assert.is(units.flatMap(({ copies }) => copies).length, 2);
    const all = await Promise.all(
      units.map(async (unit) => unit.copies.map((copy) => ({ ...copy, unit, drawn: placesOf(unit.pdf) }))),
    );
    for (const { page, at, unit, drawn: places } of all.flat()) {
      const drawn = await places;
      const folio = unit.folios[page] ?? '';
      const [original = [], copy = []] = [drawn[page], drawn[at]];
      const missing = original.filter((one) => !copy.includes(one));
      assert.equal(missing, [], `${css.slice(-80)} ${folio}`);
      assert.ok(copy.some((one) => one.startsWith(`${folio} `)));
    }
  }
});

test.run();
