import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { diagnosticsJson } from '../../build/diagnostics/machine.ts';
import { showDiagnostics } from '../../build/diagnostics/show.ts';
import type { Doubt } from '../../build/import/imported.ts';
import { doubtsByKind, reportDoubts } from '../../build/import/report-doubts.ts';

const formula = (paragraph: number, part?: string): Doubt => ({
  rule: 'import-equation',
  confidence: 0.8,
  at: { paragraph, words: `Salt ${paragraph}`, ...(part ? { part } : {}) },
  words: `a=${paragraph}`,
  found: 'A formula',
  made: 'TeX, as code',
  fix: 'Write it in words.',
});
const doubts: Doubt[] = [
  formula(3),
  {
    rule: 'import-script',
    level: 'warning',
    confidence: 0.9,
    at: { paragraph: 4, words: 'x' },
    words: 'Оil',
    found: 'The word “Оil”',
  },
  formula(9),
  formula(1, 'footnote 2'),
  {
    rule: 'import-script',
    level: 'warning',
    confidence: 0.9,
    at: { paragraph: 5, words: 'y' },
    words: 'Сart',
    found: 'The word “Сart”',
  },
];

test('warnings of one kind are shown once, with the paragraphs of all; those of other words for themselves', () => {
  const file = reportDoubts('paper.docx', new Uint8Array(), doubts, 'paper.yaml');
  assert.is(
    showDiagnostics([file], { color: false, cwd: file.cwd }),
    `paper.docx warning paragraph 3 “Salt 3”: A formula: taken for TeX, as code, 80 % sure [import-equation]
    → Write it in words.
    … and 2 more like it, at paragraph 9; footnote 2, paragraph 1

paper.docx warning paragraph 4 “x”: The word “Оil” [import-script]

paper.docx warning paragraph 5 “y”: The word “Сart” [import-script]

`,
  );
  const [first] = diagnosticsJson([file], file.cwd);
  assert.equal(
    first?.alike?.map(({ found }) => found.split(':')[0]),
    ['paragraph 9 “Salt 9”', 'footnote 2, paragraph 1 “Salt 1”'],
  );
  assert.equal(
    doubtsByKind(doubts).map(({ doubt, others }) => [doubt.words, others.map(({ at }) => at.paragraph)]),
    [
      ['a=3', [9, 1]],
      ['Оil', []],
      ['Сart', []],
    ],
  );
});

test.run();
