import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { startChrome } from '../../build/browser/browser.ts';
import { numberPages } from '../../build/pages/number-pages.ts';
import { pageRecord, writePageRecord } from '../../build/pages/page-record.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import { pageRecordSchema } from '../../build/record/schema.ts';
import { article, issueOf } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

const words = Array.from({ length: 1600 }, (_, i) => `Word${i}`);
const call = (n: number) => `<a class="call" href="#a1--note-${n}" id="a1--call-${n}">${n}</a>`;
const long = (times: number): [string] => [`<p>${'A note that is far longer than a page. '.repeat(times)}</p>`];
const issue = issueOf([
  article(1, {
    front: { authors: [{ name: 'Anon' }] },
    title: 'Alpha',
    body: `<p>Begin${call(1)} here.</p><p>${words.join(' ')}</p><h2 id="a1--end">End</h2><p>Last words.${call(2)}</p>`,
    notes: [long(260), long(140)],
  }),
  article(2, { front: { authors: [{ name: 'Anon' }] }, title: 'Omega', body: '<p>Short.</p>' }),
]);
const { pages } = await makePrint(chrome, { ...issue, facts: { ...issue.facts, 'first-page': 101 } }, style, theme);
const record = pageRecord(issue, pages);

test('the record is as its schema says', () => {
  v.assert(pageRecordSchema, JSON.parse(new TextDecoder().decode(writePageRecord(record))));
});

test('an even first page is the empty one before the title page', () => {
  const parts = ['cover', 'cover-back', 'title-page'].map((id, i) => ({ flow: -1, id, counted: i === 2 }));
  const folios = (first: number) =>
    numberPages([{ parts, flows: [], plans: [], targets: [], wanted: [] }], first).list.map(({ folio }) => folio);
  assert.equal(folios(146), ['', '146', '147']);
  assert.equal(folios(145), ['', '', '145']);
});

test('pages are counted from the cover, folios from the title page; sides take turns', () => {
  assert.equal(
    record.pages.map(({ index }) => index),
    record.pages.map((_, i) => i + 1),
  );
  assert.equal(
    record.pages.slice(0, 4).map(({ folio }) => folio),
    ['', '', '101', '102'],
  );
  for (const { index, side } of record.pages) assert.is(side, index % 2 === 1 ? 'recto' : 'verso');
});

test('every article has its first and last page, and the next begins after it', () => {
  const [first, second] = record.articles;
  assert.is(record.ids.a1, first?.first);
  // The rest of the note has the last page to itself.
  assert.is(Number(record.ids['a1--end']), Number(first?.last) - 1);
  assert.is(Number(second?.first), Number(first?.last) + 1);
  assert.is(second?.first, second?.last);
});

test('a note has the page of its call and every page it stands on', () => {
  const [note] = record.notes;
  assert.is(note?.call, record.articles[0]?.first);
  assert.is(note?.parts[0], note?.call);
  assert.ok((note?.parts.length ?? 0) > 1);
  assert.is(record.pages.find(({ folio }) => folio === note?.parts[1])?.notes[0]?.note, 'a1--note-1');
});

test('the place of each break is told by the words before it', () => {
  const places = record.pages
    .filter(({ of }) => of === 'a1')
    .flatMap(({ columns }) => columns)
    .filter(({ text }) => /^\p{L}*\d* ?Word/u.test(text));
  assert.ok(places.length > 2);
  for (const { word, letters, text } of places) {
    const [first = ''] = text.split(' ');
    assert.is(first, (words[word] ?? '').slice(letters));
  }
});

test.run();
