import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closestWord } from '../../build/text/closest-word.ts';

test('the word that was most likely meant', () => {
  const keys = ['title', 'short', 'lang', 'editors', 'board'];
  for (const [slip, meant] of [
    ['titel', 'title'],
    ['Title', 'title'],
    ['tittle', 'title'],
    ['shrot', 'short'],
    ['lng', 'lang'],
    ['editor', 'editors'],
  ] as const)
    assert.is(closestWord(slip, keys), meant, slip);
});

test('no word where none is near', () => {
  assert.is(closestWord('volume', ['title', 'short']), undefined);
  assert.is(closestWord('2', ['1']), undefined, 'nothing in common');
  assert.is(closestWord('', ['a']), undefined);
  assert.is(closestWord('a', []), undefined);
});

test.run();
