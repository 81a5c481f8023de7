import type { ElementContent } from 'hast';

/** A formula as the pages show it. It is in the data of its `math` element. */
export interface DrawnFormula {
  /** Its outlines as a whole. */
  whole: Outline;
  /** Its outlines in pieces between which a line may end; undefined if it is short, or has no such places. */
  pieces?: Outline[];
}

/** The outlines of a formula, or of a piece of it, in thousandths of an em of the formula face. */
export interface Outline {
  width: number;
  /** Above and below the line of the text. */
  height: number;
  depth: number;
  /** The kind of sign before which a line would end, `relation` or `operator`; undefined for the first piece. */
  before?: 'relation' | 'operator';
  /** The space before it, in a line with the piece before it. */
  space?: number;
  /** The content of its `svg` element. */
  content: ElementContent[];
}

/** The drawing of a `math` element; undefined if it was not set. */
export function drawnFormula(data: object | undefined): DrawnFormula | undefined {
  return (data as { formula?: DrawnFormula } | undefined)?.formula;
}
