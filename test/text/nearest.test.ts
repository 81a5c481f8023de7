import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { nearest } from '../../build/text/nearest.ts';

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
    assert.is(nearest(slip, keys), meant, slip);
});

test('no word where none is near', () => {
  assert.is(nearest('volume', ['title', 'short']), undefined);
  assert.is(nearest('2', ['1']), undefined, 'nothing in common');
  assert.is(nearest('', ['a']), undefined);
  assert.is(nearest('a', []), undefined);
});

test.run();
