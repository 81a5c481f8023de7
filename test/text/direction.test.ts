import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { directionOf, isAllRightToLeft, withBaseDirection } from '../../build/text/direction.ts';

test('a language has the direction of its script', () => {
  assert.equal(['he', 'ar', 'fa', 'yi', 'uk', 'ka', 'az-Arab', 'ks-Deva'].map(directionOf), [
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'rtl',
    'ltr',
  ]);
});

test('a text is from right to left if all of its letters are', () => {
  assert.ok(isAllRightToLeft('בראשית א, 1–3.'));
  assert.not(isAllRightToLeft('בראשית and so on'));
  assert.not(isAllRightToLeft('1–3'));
});

test('a title that begins with a Hebrew word says that it goes from left to right', () => {
  assert.is(withBaseDirection('בראשית and its readers'), '\u200eבראשית and its readers');
  assert.is(withBaseDirection('On בראשית'), 'On בראשית');
  assert.is(withBaseDirection('בראשית'), 'בראשית');
});

test.run();
