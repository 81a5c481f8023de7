import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { rowsOfArrangement, withFixedBrackets } from '../../build/formulas/arrangement.ts';
import type { FormulaFault, SetFormula } from '../../build/formulas/formula.ts';
import { runFormulaJob } from '../../build/formulas/run-job.ts';

const rows = (tex: string) =>
  rowsOfArrangement(tex)?.map(
    ({ tex: row, isFurther }) => `${isFurther ? '> ' : ''}${row.replace(/\s+/g, ' ').trim()}`,
  );

test('an arrangement has its rows, and knows which go on', () => {
  assert.equal(rows('\\begin{align*} a &= b \\\\[2pt] &= \\frac{c}{d} \\\\ e &= f \\end{align*}.'), [
    'a {}= b',
    '> {}= \\frac{c}{d}',
    'e {}= f.',
  ]);
  assert.equal(rows('\\begin{gather} a \\\\ b \\end{gather}'), ['a', 'b']);
  assert.equal(rows('\\begin{alignat}{2} a &= b & c &= d \\end{alignat}'), ['a {}= b \\qquad c {}= d']);
});

test('rows and signs within braces, brackets and matrices are none of it', () => {
  assert.equal(rows('\\begin{aligned} M &= \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\\\ n \\end{aligned}'), [
    'M {}= \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
    'n',
  ]);
  assert.equal(rows('\\begin{align} \\{ a \\& b \\} \\end{align}'), ['\\{ a \\& b \\}']);
});

test('what is no arrangement has no rows', () => {
  for (const tex of [
    'a = b',
    '\\begin{pmatrix} a \\\\ b \\end{pmatrix}',
    'x + \\begin{aligned} a \\\\ b \\end{aligned}',
    '\\begin{aligned} a \\end{aligned} + \\begin{aligned} b \\end{aligned}',
    '\\begin{align} \\left( a \\\\ b \\right) } \\end{align}',
  ])
    assert.is(rowsOfArrangement(tex), undefined, tex);
});

test('brackets get a size by the height of what they hold', () => {
  assert.is(withFixedBrackets('\\left[ a \\middle| b \\right.', 1200), '\\bigl[  a \\bigm|  b ');
  assert.is(withFixedBrackets('\\left\\{ a \\right\\}', 2500), '\\biggl\\{  a \\biggr\\} ');
  assert.is(withFixedBrackets('a \\leftarrow b', 1200), 'a \\leftarrow b');
});

const displayed = async (tex: string) =>
  (await runFormulaJob([{ tex, isDisplayed: true, lang: 'en' }]))[0] as SetFormula & FormulaFault;
const sum = (letter: string) => Array.from({ length: 14 }, (_, i) => `${letter}_{${i}}`).join(' + ');

test('a wide arrangement has smaller pieces, too, in which its rows begin', async () => {
  const { rows: pieces = [], pieces: whole } = await displayed(
    `\\begin{aligned} y &= ${sum('a')} \\\\ &= \\left( ${sum('b')} \\right) \\end{aligned}`,
  );
  assert.is(whole, undefined);
  assert.equal(pieces.flatMap(({ before }, i) => (before === 'further' || before === 'row' ? i : [])).length, 1);
  assert.ok(pieces.every(({ width }) => width < 16_000));
});

test('a short one has none', async () => {
  assert.is((await displayed('\\begin{aligned} y &= a \\\\ &= b \\end{aligned}')).rows, undefined);
});

test.run();
