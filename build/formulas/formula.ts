import type { ElementContent } from 'hast';
import type { DrawnFormula } from '../issue/drawn-formula.ts';

/** A formula as it is written: its TeX, whether it is displayed, and the language of the text around it. */
export interface WrittenFormula {
  tex: string;
  isDisplayed: boolean;
  /** The language in which it is read aloud. */
  lang: string;
}

/** A formula in type, for every edition. Plain data, which can be kept. */
export interface SetFormula extends DrawnFormula {
  /** The content of its `math` element in MathML. */
  mathml: ElementContent[];
  /** The words in which it is read aloud; undefined if nobody knows its language’s. */
  spoken?: string;
  /** The characters that its face does not have. */
  lacking?: string;
}

/** A fault in a formula: MathJax’s words for it, and the index in the TeX, if it is known. */
export interface FormulaFault {
  fault: string;
  at?: number;
}

/** True for a fault in place of a formula. */
export function isFault(made: SetFormula | FormulaFault): made is FormulaFault {
  return 'fault' in made;
}
