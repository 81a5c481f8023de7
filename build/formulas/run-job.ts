import type { ElementContent } from 'hast';
import type { Outline } from '../issue/drawn-formula.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { rowsOfArrangement, withFixedBrackets } from './arrangement.ts';
import { cleanMathml } from './clean-mathml.ts';
import type { FormulaFault, SetFormula, WrittenFormula } from './formula.ts';
import { FormulaError, typesetFormula } from './mathjax.ts';
import { outlinesOf, wholeOutline } from './outlines.ts';
import { spokenFormula } from './spoken.ts';

/** Sets formulas, in order. A fault of one is its result. */
export async function runFormulaJob(formulas: readonly WrittenFormula[]): Promise<(SetFormula | FormulaFault)[]> {
  const made: (SetFormula | FormulaFault)[] = [];
  for (const formula of formulas) made.push(await setOrFault(formula));
  return made;
}

/** A letter or a number: as it is read wherever it stands. */
const saysItself = /^\s*(?:[A-Za-z]|\d+(?:\.\d+)?)\s*$/;

/** The length in which a formula in a line stays whole, and a displayed one, in thousandths of an em. */
const longestWhole = { inLine: 5000, displayed: 12_000 };
/** The width that every column has: what is no wider needs no other rows. */
const narrowest = 16_000;
const mostCharacters = 5000;

async function setOrFault(formula: WrittenFormula): Promise<SetFormula | FormulaFault> {
  const { tex, isDisplayed, lang } = formula;
  if (tex.trim() === '') return { fault: 'It is empty' };
  if (tex.length > mostCharacters)
    return { fault: `It has more than ${mostCharacters.toLocaleString('en')} characters` };
  try {
    const { mathml: written, outlines, lacking } = await outlined(tex, isDisplayed, isDisplayed ? 'whole' : 'pieces');
    const whole = wholeOutline(outlines);
    if (!whole || !(draws(whole.content) || lacking)) return { fault: 'There is nothing in it to be seen' };
    const isLong = whole.width > longestWhole[isDisplayed ? 'displayed' : 'inLine'];
    const found = isLong ? (isDisplayed ? await piecesOf(tex) : outlines) : undefined;
    const pieces = found && found.length > 1 ? found : undefined;
    const isWide = (pieces ?? [whole]).some(({ width }) => width > narrowest);
    const rows = isDisplayed && isWide ? await rowsInPieces(tex) : undefined;
    const mathml = cleanMathml(written);
    const spoken = saysItself.test(tex) ? tex.trim() : await spokenFormula(toXhtml(mathml), lang);
    return {
      mathml,
      whole,
      ...(pieces ? { pieces } : {}),
      ...(rows ? { rows } : {}),
      ...(spoken ? { spoken } : {}),
      ...(lacking ? { lacking } : {}),
    };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { fault: error.message, ...(error.at === undefined ? {} : { at: error.at }) };
  }
}

/** True if a drawing has more than groups. */
function draws(content: readonly ElementContent[]): boolean {
  return content.some((one) => one.type === 'element' && (one.tagName !== 'g' || draws(one.children)));
}

/** The pieces of a displayed formula between which a line may end; undefined for one that is an arrangement in rows. */
async function piecesOf(tex: string): Promise<Outline[] | undefined> {
  try {
    return (await outlined(`\\displaystyle ${tex}`, false, 'pieces')).outlines;
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

/**
 * The rows of an arrangement, or the one row of another formula, each in pieces between which a line may end; where
 * that does not make them short enough, between brackets too. Undefined if the formula has no such pieces.
 */
async function rowsInPieces(tex: string): Promise<Outline[] | undefined> {
  const outlines: Outline[] = [];
  for (const row of rowsOfArrangement(tex) ?? [{ tex, isFurther: false }]) {
    const pieces = await piecesOf(row.tex);
    const widest = pieces?.reduce((one, other) => (other.width > one.width ? other : one));
    if (!pieces || !widest) return undefined;
    const height = widest.height + widest.depth;
    const fixed = widest.width > narrowest ? await piecesOf(withFixedBrackets(row.tex, height)) : undefined;
    const [first, ...others] = fixed ?? pieces;
    if (!first) return undefined;
    outlines.push(outlines.length === 0 ? first : { ...first, before: row.isFurther ? 'further' : 'row' }, ...others);
  }
  return outlines.length > 1 ? outlines : undefined;
}

async function outlined(tex: string, isDisplayed: boolean, parts: 'whole' | 'pieces') {
  const { mathml, container } = await typesetFormula(tex, isDisplayed, parts);
  return { mathml, ...outlinesOf(container) };
}
