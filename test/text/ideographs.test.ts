import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breaksAmongIdeographs } from '../../build/text/ideographs.ts';

/** A text with a bar where a line may end. */
function barred(text: string): string {
  const at = breaksAmongIdeographs(text);
  return [0, ...at].map((from, i) => text.slice(from, at[i])).join('|');
}

test('a line ends between ideographs, but before no mark that closes and after none that opens', () => {
  assert.is(barred('風車，水車。'), '風|車，|水|車。');
  assert.is(barred('「風車」と水'), '「風|車」|と|水');
  assert.is(barred('カード'), 'カー|ド');
  assert.is(barred('水mill車'), '水|mill|車');
  assert.is(barred('(水車), so'), '(水|車), so');
  assert.is(barred('\u{20000}\u{20001}'), '\u{20000}|\u{20001}');
});

test('other scripts have none', () => {
  assert.equal(breaksAmongIdeographs('mill, млин, μύλος'), []);
});

test.run();
