import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { issnBarcode } from '../../build/cover/issn-barcode.ts';

/** The widths of bars and gaps of an EAN-13, from its first bar to its last. */
function runs(path: string, from: number, to: number): number[] {
  const bars = [...path.matchAll(/M(\d+) \d+h(\d+)/g)].map(([, x, width]) => [Number(x), Number(width)] as const);
  const own = bars.filter(([x]) => x >= from && x < to);
  return own.flatMap(([x, width], i) => {
    const next = own[i + 1];
    return next ? [width, next[0] - x - width] : [width];
  });
}

/** The widths of the four runs of each digit, as the standard prints them: set A, in which a gap comes first. */
const widths = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];

test('the digits of an ISSN, with their check digit', () => {
  assert.is(issnBarcode('2049-3630', '1').digits, '9 772049 363002');
  assert.is(issnBarcode('0317-8471', '1').digits, '9 770317 847001');
});

test('the bars say the digits', () => {
  for (const issn of ['2049-3630', '0317-8471', '1234-5679']) {
    const { bars, digits } = issnBarcode(issn, '1');
    const all = runs(bars, 11, 11 + 95);
    assert.is(
      all.reduce((sum, one) => sum + one),
      95,
    );
    const left = all.slice(3, 27);
    const right = all.slice(32, 56);
    const read = (four: number[]): number =>
      Math.max(widths.indexOf(four.join('')), widths.indexOf([...four].reverse().join('')));
    const said = [left, right].flatMap((half) =>
      Array.from({ length: 6 }, (_, i) => read(half.slice(4 * i, 4 * i + 4))).join(''),
    );
    assert.is(said.join(''), digits.replaceAll(' ', '').slice(1));
    // The first digit is the order of the two sets on the left: 9 is A B B A B A.
    const sets = Array.from({ length: 6 }, (_, i) =>
      widths.includes(left.slice(4 * i, 4 * i + 4).join('')) ? 'A' : 'B',
    );
    assert.is(sets.join(''), 'ABBABA');
  }
});

test('the add-on is the number of the issue', () => {
  assert.is(issnBarcode('2049-3630', '3-4').addOn, '03');
  assert.is(issnBarcode('2049-3630', '117').addOn, '17');
  assert.is(issnBarcode('2049-3630', 'spring').addOn, undefined);
  // 05 modulo 4 is 1: the first digit in set A, the second in set B.
  const { bars } = issnBarcode('2049-3630', '5');
  assert.equal(runs(bars, 110, 200), [1, 1, 2, 3, 2, 1, 1, 1, 1, 1, 3, 2, 1]);
});

test.run();
