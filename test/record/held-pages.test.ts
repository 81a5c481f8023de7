import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isHeld, movedPages } from '../../build/record/held-pages.ts';
import type { PageRecord } from '../../build/record/schema.ts';

/** A record of an article whose pages begin at these places of its one text. */
function record(starts: [line: number, word: number, text: string][], ids: PageRecord['ids'] = {}): PageRecord {
  return {
    format: 'offprint-pages-1',
    issue: 'a-1',
    pages: starts.map(([line, word, text], i) => ({
      index: i + 1,
      folio: String(i + 11),
      side: 'recto',
      of: 'a',
      columns: [{ article: 'a', line, column: 1, word, letters: 0, text }],
      notes: [],
    })),
    articles: [
      { id: 'a', name: 'a', first: '11', last: String(10 + starts.length), firstIndex: 1, lastIndex: starts.length },
    ],
    notes: [],
    ids,
  };
}

const published = record(
  [
    [10, 0, 'The first words of the text'],
    [14, 25, 'and so the second page begins'],
    [20, 3, 'here begins the third of all'],
  ],
  { 'a--fig-1': '12' },
);

test('pages that begin at the same words are held, wherever these stand now', () => {
  const changed = record(
    [
      [12, 0, 'The first words of the text'],
      [16, 27, 'and so the second page begins'],
      [22, 3, 'here begins the 3rd of all'],
    ],
    { 'a--fig-1': '12' },
  );
  assert.ok(isHeld(movedPages(published, changed)));
});

test('words that go over to the next page, or come back from it, are found with both pages', () => {
  const later = record([
    [10, 0, 'The first words of the text'],
    [14, 20, 'some words before and so the'],
    [20, 1, 'then as here begins the third'],
  ]);
  const [over] = movedPages(published, later).pages;
  assert.equal([over?.words, over?.from, over?.to, over?.more], ['some words before and so the', '11', '12', 1]);
  const earlier = record([
    [10, 0, 'The first words of the text'],
    [14, 31, 'begins and what comes behind it'],
    [20, 3, 'here begins the third of all'],
  ]);
  const [back] = movedPages(published, earlier).pages;
  assert.equal([back?.words, back?.from, back?.to], ['and so the second page begins', '12', '11']);
});

test('a page more, an article that is gone, and a figure on another page are found', () => {
  const longer = record([
    [10, 0, 'The first words of the text'],
    [14, 25, 'and so the second page begins'],
    [20, 3, 'here begins the third of all'],
    [24, 0, 'A fourth'],
  ]);
  assert.equal(movedPages(published, longer).ranges, [{ article: 'a', from: '11–13', to: '11–14' }]);
  assert.equal(movedPages(published, { ...longer, articles: [] }).gone, [{ article: 'a', pages: '11–13' }]);
  const figure = { ...published, ids: { 'a--fig-1': '13' } };
  assert.equal(movedPages(published, figure).ids, [{ id: 'a--fig-1', from: '12', to: '13' }]);
});

test.run();
