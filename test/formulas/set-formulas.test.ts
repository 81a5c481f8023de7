import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { noCache } from '../../build/cache/cache.ts';
import type { FormulaFault, SetFormula } from '../../build/formulas/formula.ts';
import { runFormulaJob } from '../../build/formulas/run-job.ts';
import { setFormulas } from '../../build/formulas/set-formulas.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { formulasOfPapers } from './of-papers.ts';

const set = async (tex: string, lang = 'en', isDisplayed = false) =>
  (await runFormulaJob([{ tex, isDisplayed, lang }]))[0] as SetFormula & FormulaFault;

const mathml = {
  'x = 1': '<mi>x</mi><mo>=</mo><mn>1</mn>',
  '\\mathbb{R}^n': '<msup><mi>ℝ</mi><mi>n</mi></msup>',
  '\\mathcal{L}\\mathfrak{g}\\mathbf{x}\\boldsymbol{\\alpha}': '<mi>ℒ</mi><mi>𝔤</mi><mi>𝐱</mi><mi>𝜶</mi>',
  '\\mathrm{d}': '<mi mathvariant="normal">d</mi>',
  '\\text{якщо }x': '<mtext>якщо\u00a0</mtext><mi>x</mi>',
  'V_{макс}': '<msub><mi>V</mi><mi>макс</mi></msub>',
  '\\mathlarger{\\sum} x': '<mstyle><mo>∑</mo></mstyle><mi>x</mi>',
  '\\ce{A <=> B}': '<mi mathvariant="normal">A</mi><mo stretchy="true">⇌</mo><mi mathvariant="normal">B</mi>',
};
for (const [tex, expected] of Object.entries(mathml))
  test(`MathML of ${tex}`, async () => assert.is(toXhtml((await set(tex)).mathml), expected));

const faults: [tex: string, fault: RegExp, at?: number][] = [
  ['a + \\foo', /^Undefined control sequence \\foo/, 8],
  ['a_b_c', /^Double subscripts/, 4],
  ['\\frac{a', /^Missing close brace/, 7],
  ['\\begin{matrix}a\\end{pmatrix}', /ended with/, 28],
  ['\\newcommand{\\x}{\\foo} \\x', /^Undefined control sequence \\foo/],
  ['\\require{html}', /^Undefined control sequence \\require/, 8],
  ['\\href{http://example.org}{x}', /^Undefined control sequence \\href/, 5],
  ['\\class{a}{b}', /^Undefined control sequence \\class/, 6],
  ['\\def\\a{\\a\\a}\\a', /recursive macro/],
  [' ', /^It is empty/],
  ['\\,', /^There is nothing in it/],
  [`${'\\sqrt{'.repeat(400)}x${'}'.repeat(400)}`, /^It nests too deep/],
  ['a+'.repeat(3000), /^It has more than/],
];
for (const [tex, fault, at] of faults)
  test(`a fault: ${tex.slice(0, 40)}`, async () => {
    const made = await set(tex);
    assert.match(made.fault ?? '', fault);
    if (at !== undefined) assert.is(made.at, at);
  });

test('a command that a formula defines is its own', async () => {
  assert.is((await set('\\def\\R{\\mathbb{R}}\\R')).fault, undefined);
  assert.match((await set('\\R')).fault, /^Undefined/);
});

test('no link, class or style is left, in drawing or MathML', async () => {
  const made = await set('\\mmlToken{mi}[href="http://example.org" class="a" style="color: red" id="b"]{x}');
  assert.not.match(JSON.stringify(made), /href|example|class|style|"id"|red|data-/);
});

test('letters that the face does not have are told', async () => {
  assert.is((await set('字 + x')).lacking, '字');
  assert.is((await set('\\text{ґанок} + \\omega')).lacking, undefined);
});

test('words for listeners, in languages that are known', async () => {
  assert.is((await set('\\frac{a}{b}')).spoken, 'StartFraction a Over b EndFraction');
  assert.is((await set('\\frac{a}{b}', 'de')).spoken, 'Anfang Bruch a durch b Ende Bruch');
  assert.is((await set('\\frac{a}{b}', 'uk')).spoken, undefined);
  assert.is((await set('x')).spoken, 'x');
  assert.match((await set('\\text{якщо } x', 'en')).spoken ?? '', /^якщо x$/);
});

test('a long formula is in pieces, which begin with a sign and are as long together', async () => {
  const { whole, pieces = [] } = await set('a_1 x_1 + a_2 x_2 + a_3 x_3 = b_1 y_1 + b_2 y_2');
  assert.equal(
    pieces.map(({ before }) => before),
    [undefined, 'operator', 'operator', 'relation', 'operator'],
  );
  const width = pieces.reduce((sum, piece) => sum + piece.width + (piece.space ?? 0), 0);
  assert.ok(Math.abs(width - whole.width) < 0.01);
  const alone = await set('x = -\\frac{n}{2} \\ln(2\\pi) = -\\frac{n}{2}\\ln(\\sigma^2)');
  assert.is(alone.pieces?.length, 3);
  assert.is((await set('\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}', 'en', true)).pieces, undefined);
});

test('the same whatever was set before, in a thread or here, kept or not', async () => {
  const formulas = formulasOfPapers.map((tex) => ({ tex: `${tex}^{7}`, isDisplayed: false, lang: 'en' }));
  const cache = memoryCache();
  const there = await setFormulas(formulas, cache);
  const here = await runFormulaJob(formulas.toReversed());
  assert.equal(JSON.parse(JSON.stringify(there)), JSON.parse(JSON.stringify(here.toReversed())));
  assert.is(cache.entries.size, formulas.length);
  assert.equal(await setFormulas(formulas, noCache), there);
});

test('no formula keeps MathJax busy for long', async () => {
  const hostile = [
    `${'\\frac{1}{'.repeat(60)}x${'}'.repeat(60)}`,
    `\\begin{matrix}${'a&'.repeat(2000)}\\end{matrix}`,
    `${'\\left('.repeat(300)}x${'\\right)'.repeat(300)}`,
    `\\def\\a#1{#1#1}${'\\a{'.repeat(20)}x${'}'.repeat(20)}`,
    '\\hspace{99999999em}x\\rule{9999em}{9999em}',
  ];
  const before = process.cpuUsage().user;
  for (const tex of hostile) await set(tex, 'en', true);
  assert.ok((process.cpuUsage().user - before) / 1e6 < 30);
});

test.run();
