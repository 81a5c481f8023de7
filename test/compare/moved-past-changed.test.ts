import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compareSides } from '../../build/compare/compare-sides.ts';
import type { ComparedSide, TextBlock } from '../../build/compare/model.ts';
import { neighbours } from '../../build/compare/neighbours.ts';

function block(text: string, kind: TextBlock['kind'] = 'paragraph'): TextBlock {
  const tokens = text.split(' ').map((word) => ({ text: word, space: ' ', page: '1', looks: '' }));
  return { kind, tokens, calls: [] };
}

const part = (blocks: TextBlock[]): ComparedSide['parts'][0] => ({
  id: 'mills',
  title: 'Mills',
  isArticle: true,
  facts: [],
  blocks,
  notes: [],
});
const side = (name: string, blocks: TextBlock[]): ComparedSide => ({
  name,
  facts: [],
  parts: [part(blocks)],
  pages: [],
  isPlain: false,
});

const heading = 'Of the wheels and their makers';
const first = 'Each of the eleven wheels beat rags into pulp through the whole of the night and the day.';
const second = 'The miller kept the accounts of his house in a ledger that nobody was allowed to open.';
const third =
  'What was left of the paper went by the river to the town, where printers waited for it with their presses.';

test('a paragraph that moved past some that changed has moved, and these have not', () => {
  const before = side('a', [block(heading, 'heading'), block(first), block(second), block(third)]);
  const after = side('b', [
    block(third),
    block(`${heading} altogether`, 'heading'),
    block(first.replace('eleven', 'twelve')),
    block(second),
  ]);
  const told = compareSides(before, after).map(({ kind, what, before: had }) => `${kind} ${what} ${had.slice(0, 8)}`);
  assert.equal(told.sort(), ['heading added ', 'moved moved What was', 'words changed eleven']);
});

test('a block of a word or two has the words of its neighbours for its place', () => {
  const blocks = [block('The first one'), block('Standard'), block('The last one')];
  const named = { ...(blocks[1] as TextBlock), name: 'Table 1: row 2' };
  const { before, after } = neighbours({ part: part(blocks), block: named }, 2);
  assert.equal(
    [before, after].map((list) => list.map(({ text }) => text).join(' ')),
    ['first one', 'The last'],
  );
  assert.equal(neighbours({ part: part(blocks), block: block('Elsewhere') }, 2), { before: [], after: [] });
});

test.run();
