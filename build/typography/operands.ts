import type { InlineRun } from './inline-run.ts';

/**
 * Keeps the signs of short formulas in the text on one line with what stands on both sides: 1,4 × 10², φ ≈ 25°. In a
 * longer row of them a line may end after a sign that relates two sides, as = does, but after no other.
 */
export function setOperands({ text, cells }: InlineRun): void {
  for (const { 0: formula, index } of text.matchAll(formulas)) {
    if (!math.test(formula)) continue;
    const isShort = formula.length <= longestWhole;
    for (const { 0: sign, index: at } of formula.matchAll(/(?<= )\S(?= )/g)) {
      if (!signs.test(sign)) continue;
      keep(index + at - 1);
      if (isShort || !relations.test(sign)) keep(index + at + 1);
    }
  }

  function keep(at: number): void {
    if (cells[at] === ' ') cells[at] = '\u00a0';
  }
}

/** The number of characters of a formula that no line is asked to divide. */
const longestWhole = 16;
/** A number or a variable of one letter. */
const math = /\d|(?<!\p{L})\p{L}(?!\p{L})/u;
const relations = /[=≈≃≅≡≠<>≤≥≪≫∼]/;
const signs = /[=≈≃≅≡≠<>≤≥≪≫∼±×÷·⋅∙+−]/;
/**
 * Short operands: numbers, with brackets, signs and units attached; variables, of a letter or two with an index. Words
 * are none.
 */
const operand = String.raw`(?:[([{|√∑∆Δ−+±-]*(?:\d[^\s\ufffc«»„“”"]{0,7}|(?<!\p{L})\p{L}[\p{M}\p{L}\d₀-₉⁰-⁹²³′’()|/]{0,5}))`;
const formulas = new RegExp(String.raw`(?<![\p{L}\d])${operand}(?: ${signs.source} ${operand}(?<![,;]))+`, 'gu');
