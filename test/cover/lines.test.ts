import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { balance, fit } from '../../build/cover/lines.ts';
import type { MeasureTitle } from '../../build/cover/measure.ts';

/** A face in which every letter is half an em wide. */
const measure: MeasureTitle = (text, { size }) => (text.length * size) / 2;
const font = { family: 'A', size: 2 };

test('few lines, of about one length', () => {
  assert.equal(balance('The Change of Security Paradigm', 20, font, measure), ['The Change of', 'Security Paradigm']);
  assert.equal(balance('one two three four', 18, font, measure), ['one two three four']);
});

test('a line ends after a hyphen, and never at a space that does not break', () => {
  assert.equal(balance('South-Eastern Europe', 14, font, measure), ['South-Eastern', 'Europe']);
  assert.equal(balance('South-Eastern', 8, font, measure), ['South-', 'Eastern']);
  assert.equal(balance('a b\u00a0c d', 5, font, measure), ['a b\u00a0c', 'd']);
});

test('no words, no lines; a word that is too wide gets one', () => {
  assert.equal(balance('', 10, font, measure), []);
  assert.equal(balance('a Donaudampfschiff b', 6, font, measure), ['a', 'Donaudampfschiff', 'b']);
});

test('the size is the largest that fits', () => {
  const box = { width: 40, height: 20, leading: 1, smallest: 2, largest: 12 };
  assert.equal(fit('abcd', box, { family: 'A' }, measure), { size: 12, lines: ['abcd'] });
  assert.equal(fit('abcdefghij', box, { family: 'A' }, measure), { size: 8, lines: ['abcdefghij'] });
  assert.equal(fit('abcdef ghijkl', box, { family: 'A' }, measure), { size: 10, lines: ['abcdef', 'ghijkl'] });
  assert.is(fit('x'.repeat(500), box, { family: 'A' }, measure).size, 2);
});

test.run();
