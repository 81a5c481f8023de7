import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { balanceLines } from '../../../build/lines/breaking/balance-lines.ts';
import { breakLines } from '../../../build/lines/breaking/break-lines.ts';
import { drawItems, generator, paragraphOf, plain } from '../draw.ts';

test('a balanced heading has as few lines as it can, and of nearly one length', () => {
  const next = generator(7);
  const ragged = { ...plain, measures: [200], rag: 30, lastLine: 0 };
  for (let n = 0; n < 100; n++) {
    const items = paragraphOf(drawItems(next, 4 + Math.floor(next() * 20)).filter(({ kind }) => kind !== 'penalty'));
    const fewest = breakLines(items, { ...ragged, tolerance: Infinity }).lines;
    const { lines } = balanceLines(items, ragged);
    assert.ok(lines.length <= fewest.length);
    const widest = (all: typeof lines) => Math.max(...all.map(({ natural }) => natural));
    assert.ok(widest(lines) <= widest(fewest) + 1e-9);
    assert.ok(lines.every(({ natural, measure }) => measure === 200 && natural <= 200.01));
  }
});

test('no word is divided for the sake of balance', () => {
  const next = generator(8);
  const ragged = { ...plain, measures: [200], rag: 30, lastLine: 0 };
  const divided = (lines: readonly { hyphen: boolean }[]) => lines.filter(({ hyphen }) => hyphen).length;
  for (let n = 0; n < 100; n++) {
    const items = paragraphOf(drawItems(next, 4 + Math.floor(next() * 20)));
    const fewest = breakLines(items, { ...ragged, tolerance: Infinity }).lines;
    assert.ok(divided(balanceLines(items, ragged).lines) <= divided(fewest));
  }
});

test.run();
