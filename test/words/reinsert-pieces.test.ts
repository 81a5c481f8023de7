import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { reinsertPieces } from '../../build/words/reinsert-pieces.ts';

const isWhole = (wanted: string, rest: string, pieces: string[]) => reinsertPieces(wanted, rest, pieces) === wanted;

test('pieces are put back where the text has them, also those that begin like what follows', () => {
  assert.ok(isWhole('abcdef', 'abef', ['cd']));
  assert.ok(isWhole('abcdef', 'cd', ['ef', 'ab']));
  assert.ok(isWhole('abacab', 'abab', ['ac']));
  assert.ok(isWhole('aaab', 'aab', ['a', '']));
  assert.ok(isWhole('', '', []));
});

test('what is lost, doubled, or left over is not made up for', () => {
  assert.not.ok(isWhole('abcdef', 'abf', ['cd']));
  assert.not.ok(isWhole('abcdef', 'abef', []));
  assert.not.ok(isWhole('abcdef', 'abcdef', ['cd']));
  assert.not.ok(isWhole('abcd', 'ab', ['cd', 'cd']));
  assert.is(reinsertPieces('abcd', 'ad', []), 'ad');
});

test.run();
