import type { ElementContent } from 'hast';

/** A formula as the pages show it. It is in the data of its `math` element. */
export interface DrawnFormula {
  /** Its outlines as a whole. */
  whole: Outline;
  /** Its outlines in pieces between which a line may end; undefined if it is short, or has no such places. */
  pieces?: Outline[];
  /** Smaller pieces, those of an arrangement row by row, for a column that one of the others is too wide for. */
  rows?: Outline[];
}

/** The outlines of a formula, or of a piece of it, in thousandths of an em of the formula face. */
export interface Outline {
  width: number;
  /** Above and below the line of the text. */
  height: number;
  depth: number;
  /**
   * The kind of sign before which a line would end, `relation` or `operator`; `row` or `further` where a row of an
   * arrangement begins, or one that goes on with the row above. Undefined for the first piece.
   */
  before?: 'relation' | 'operator' | 'row' | 'further';
  /** The space before it, in a line with the piece before it. */
  space?: number;
  /** The content of its `svg` element. */
  content: ElementContent[];
}

/** The drawing of a `math` element; undefined if it was not set. */
export function drawnFormula(data: object | undefined): DrawnFormula | undefined {
  return (data as { formula?: DrawnFormula } | undefined)?.formula;
}

/** The TeX of a `math` element, as its author wrote it; undefined for one that no author wrote. */
export function writtenTex(data: object | undefined): string | undefined {
  return (data as { tex?: string } | undefined)?.tex;
}
