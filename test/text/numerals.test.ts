import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { latinLetters, letterNumeral, romanNumeral } from '../../build/text/numerals.ts';

test('Roman numerals', () => {
  assert.equal([1, 4, 9, 14, 40, 99, 490, 1888, 3999].map(romanNumeral), [
    'I',
    'IV',
    'IX',
    'XIV',
    'XL',
    'XCIX',
    'CDXC',
    'MDCCCLXXXVIII',
    'MMMCMXCIX',
  ]);
});

test('letters, which double behind the last one', () => {
  const letters = (number: number): string => letterNumeral(number, latinLetters);
  assert.equal([1, 26, 27, 28, 53].map(letters), ['a', 'z', 'aa', 'bb', 'aaa']);
  assert.is(letterNumeral(30, 'абв'), 'в'.repeat(10));
  assert.is(letterNumeral(2_000_000_000, latinLetters, 3), letters(2_000_000_000 % 26).repeat(3));
});

test('numbers below one have neither', () => {
  assert.equal([0, -1, -100].map(romanNumeral), ['', '', '']);
  assert.equal(
    [0, -1, -100].map((number) => letterNumeral(number, latinLetters)),
    ['', '', ''],
  );
});

test.run();
