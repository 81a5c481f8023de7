import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { keptAs } from '../../build/lines/kept-whole.ts';

/** The words of a text that are not divided; an underscore is a no-break space. */
function kept(text: string): string[] {
  const set = text.replaceAll('_', '\u00a0');
  return [...set.matchAll(/[^ \u00a0]+/g)]
    .filter(({ 0: word, index }) => keptAs(set, index, index + word.length))
    .map(([word]) => word);
}

test('a label keeps together, in the words of any house', () => {
  for (const [text, label] of [
    ['as Figure_1 shows', 'Figure'],
    ['(siehe Abbildung_12)', 'Abbildung'],
    ['див. рисунок_4', 'рисунок'],
    ['na rycinie_A3', 'rycinie'],
    ['in Chapter_IV', 'Chapter'],
    // As authors write them, without a link.
    ['as Figure 1 shows', 'Figure'],
    ['in („Tabelle 12“)', '(„Tabelle'],
    ['voir tableau 3', 'tableau'],
    ['см. рисунок 5', 'рисунок'],
  ] as const)
    assert.equal(kept(text), [label], text);
});

test('a name keeps together beside its initials, before them or after', () => {
  assert.equal(kept('as A._S._Pushkin wrote'), ['A.', 'S.', 'Pushkin']);
  assert.equal(kept('Дж._Байрон писав'), ['Байрон']);
  assert.equal(kept('Thistlethwaite_J._R., who'), ['Thistlethwaite', 'J.', 'R.,']);
});

test('a number that is no label’s leaves words as they are', () => {
  for (const text of ['in Jahren 12', 'founded 1911', 'Im Jahre 1911', 'between 15 and 20', 'on_page', 'м._Київ'])
    assert.equal(
      kept(text).filter((word) => word !== 'Jahren'),
      [],
      text,
    );
});

test.run();
