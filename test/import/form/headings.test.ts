import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeHeadings } from '../../../build/import/form/headings.ts';
import type { Look } from '../../../build/import/imported.ts';
import { textOfTree } from '../../../build/import/words-of-manuscript.ts';
import { words } from '../imported.ts';
import { importedText, long, paragraphOf } from './texts.ts';

/** The headings that are made of lines, each with a paragraph of text above and below, as `# Words`. */
function headings(lines: readonly [text: string, look?: Look][], text: Look = {}): string[] {
  const imported = importedText([
    paragraphOf(long, text),
    ...lines.flatMap(([line, look = {}]) => [paragraphOf(line, { ...text, ...look }), paragraphOf(long, text)]),
  ]);
  makeHeadings({
    imported,
    words,
    lang: 'en',
    language: { value: 'en', confidence: 1, at: { words: '' } },
    titlePage: [],
    decided: () => undefined,
  });
  return imported.tree.children.flatMap((node) =>
    node.type === 'heading' ? [`${'#'.repeat(node.depth)} ${textOfTree(node).trim()}`] : [],
  );
}

test('short bold or larger lines are headings, by rank', () => {
  assert.equal(
    headings(
      [
        ['The Mill', { bold: true, size: 16 }],
        ['The Wheel', { bold: true }],
        ['The Stones', { bold: true }],
        ['The River', { bold: true, size: 16 }],
      ],
      { size: 12 },
    ),
    ['## The Mill', '### The Wheel', '### The Stones', '## The River'],
  );
});

test('a heading may end in an abbreviation', () => {
  assert.equal(headings([['Plato, 5th century B.C.', { bold: true }]]), ['## Plato, 5th century B.C.']);
});

test('marks of Markdown that an author typed say the level', () => {
  assert.equal(headings([['## Mills'], ['### Wheels']]), ['## Mills', '### Wheels']);
});

test('numbers say the level', () => {
  assert.equal(
    headings([['1. Mills', { bold: true }], ['1.1 Wheels', { bold: true }], ['1.2.1 Cogs'], ['Chapter 3: Rivers']]),
    ['## 1. Mills', '### 1.1 Wheels', '#### 1.2.1 Cogs', '## Chapter 3: Rivers'],
  );
});

test('signs that are nested say the levels, in the order in which they come', () => {
  const bold = { bold: true };
  assert.equal(
    headings([
      ['I. Mills', bold],
      ['A) Wheels', bold],
      ['1. Cogs', bold],
      ['2. Spokes', bold],
      ['B) Stones', bold],
      ['1. Grain', bold],
      ['1.1. Rye', bold],
      ['II. Rivers', bold],
      ['A) Weirs', bold],
      ['C) Locks', bold],
    ]),
    [
      '## I. Mills',
      '### A) Wheels',
      '#### 1. Cogs',
      '#### 2. Spokes',
      '### B) Stones',
      '#### 1. Grain',
      '##### 1.1. Rye',
    ].concat(['## II. Rivers', '### A) Weirs', '### C) Locks']),
  );
});

test('the middle of the line and white above say the level where all else is alike', () => {
  const bold = { bold: true };
  assert.equal(
    headings([
      ['Mills', { ...bold, align: 'center' }],
      ['Wheels', bold],
      ['Cogs', { ...bold, italic: true }],
      ['Rivers', { ...bold, align: 'center' }],
    ]),
    ['## Mills', '### Wheels', '#### Cogs', '## Rivers'],
  );
  assert.equal(
    headings([
      ['Mills', { ...bold, before: 24 }],
      ['Wheels', { ...bold, before: 6 }],
      ['Cogs', { ...bold, before: 6 }],
      ['Rivers', { ...bold, before: 24 }],
    ]),
    ['## Mills', '### Wheels', '### Cogs', '## Rivers'],
  );
});

test('among headings with numbers, one without is a part of the one above, unless any article has it', () => {
  const bold = { bold: true };
  assert.equal(
    headings([
      ['1. Mills', bold],
      ['Wheels', bold],
      ['2. Rivers', bold],
      ['Conclusion', bold],
    ]),
    ['## 1. Mills', '### Wheels', '## 2. Rivers', '## Conclusion'],
  );
});

test('no level is left out, and the highest is the second', () => {
  const bold = { bold: true };
  assert.equal(
    headings([
      ['1.1 Mills', bold],
      ['1.1.1 Wheels', bold],
      ['1.2 Rivers', bold],
    ]),
    ['## 1.1 Mills', '### 1.1.1 Wheels', '## 1.2 Rivers'],
  );
});

test('what ends as a sentence, is long, a caption, a turn or on the right is none', () => {
  const bold = { bold: true };
  for (const [line, look] of [
    ['It stood there.', bold],
    ['The mill, the wheel,', bold],
    ['As follows:', bold],
    [`${'Much '.repeat(30)}more`, bold],
    ['Figure 3. The mill', bold],
    ['Табл. 2 Млини', bold],
    ['Dornheim, in May', { ...bold, align: 'right' as const }],
    ['– the wheel', bold],
  ] as const)
    assert.equal(
      headings([
        [line, look],
        ['A', {}],
      ]),
      [],
      line,
    );
});

test('in a file with no heading, short lines between long paragraphs are some; beside real ones they are not', () => {
  assert.equal(headings([['The Mill'], ['What the Miller Said']]), ['## The Mill', '## What the Miller Said']);
  assert.equal(headings([['Miller: yes, he said'], ['the mill']]), []);
});

test('where the text is bold, bold says nothing', () => {
  assert.equal(headings([['the mill', { bold: true }]], { bold: true }), []);
});

test('words that any article has are headings in any language', () => {
  for (const line of ['Introduction', 'ВИСНОВКИ', 'Список литературы', 'Literaturverzeichnis', '3. Conclusion'])
    assert.equal(headings([[line]]).length, 1, line);
});

test.run();
