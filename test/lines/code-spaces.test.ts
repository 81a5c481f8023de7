import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakLines } from '../../build/lines/breaking/break-lines.ts';
import { flatten } from '../../build/lines/flatten.ts';
import type { LineStyle } from '../../build/lines/line-style.ts';
import { makeParagraph } from '../../build/lines/make-paragraph.ts';
import type { Piece } from '../../build/lines/word-cache.ts';
import { lineProperties } from '../../build/styles/line-properties.ts';
import { plain } from './draw.ts';

/* Spaces of code are wide: what a line has to give is shared by all of its spaces alike, and those between words are not to be used up by it. */

const line = Object.fromEntries(lineProperties.map((name) => [name, 0])) as unknown as LineStyle;
const wordOf = (text: string): Piece => ({
  kind: 'word',
  style: 0,
  text,
  breaks: [],
  line,
  widest: text.length * 5,
  address: false,
  boxes: [{ at: 0, width: text.length * 5, letters: 0, hangStart: 0, hangEnd: 0 }],
});
const gapOf = (width: number): Piece => ({ kind: 'gap', style: 0, text: ' ', breaks: true, cost: 0, width });

function linesOf(text: string, spaces: readonly number[], measure: number) {
  const words = text.split(' ');
  const pieces = words.flatMap((word, i) => (i === 0 ? [wordOf(word)] : [gapOf(spaces[i - 1] ?? 3), wordOf(word)]));
  const flat = flatten([{ kind: 'run', node: 0, text, style: 0 }]);
  return breakLines(makeParagraph(pieces, flat, false), { ...plain, measures: [measure], letterShrink: 0 }).lines;
}

test('no space between words is drawn together by more than its share, whatever code stands in the line', () => {
  const text = 'or the one two three four five six seven and so it goes on with some more words';
  // From “one” to “seven” it is code.
  const spaces = text.split(' ').map((_, i) => (i >= 2 && i < 8 ? 8 : 3));
  for (let measure = 120; measure < 320; measure++) {
    for (const { ratio, natural, measure: full, gaps } of linesOf(text, spaces, measure)) {
      if (ratio >= 0 || ratio < -1) continue;
      const taken = (natural - full) / gaps;
      assert.ok(taken <= 3 * plain.spaceShrink + 1e-9, `${taken} of 3 px at ${measure}`);
    }
  }
});

test('all of a text in code is as elastic as any', () => {
  const text = 'one two three four five six seven';
  const all = linesOf(text, Array<number>(6).fill(8), 90);
  assert.ok(all.some(({ glue, gaps }) => gaps > 0 && glue === gaps * 8));
});

test.run();
