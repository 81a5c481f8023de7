/** A line of a broken paragraph. */
export interface Line {
  /**
   * Indexes in the text of its first character and of the first character after it (a space that disappears, or the
   * start of the next line).
   */
  begins: number;
  stops: number;
  /**
   * How far it is stretched (above 0) or shrunk (below 0) from the width that its spaces should have. At 1, spaces and
   * letters have given all they may; beyond, only the spaces are stretched. Below -1 the line is too long.
   */
  ratio: number;
  /** True if it is left short of its measure, instead of being torn: it touches an address, or has no space. */
  ragged: boolean;
  /** The share of the allowed letter spacing that is used, from -1 to 1. */
  spacing: number;
  /** Width before stretching, in px, without hanging characters. */
  natural: number;
  /** Width that it has to fill, in px. */
  measure: number;
  /**
   * What can be stretched: total width of the spaces in px; number of letters times their font size; number of spaces.
   */
  glue: number;
  letters: number;
  gaps: number;
  /** How far its first and its last character hang over the margins, in px. */
  hangStart: number;
  hangEnd: number;
  /** True if it ends in a hyphen; if that hyphen was added; if it ends before a space. */
  hyphen: boolean;
  added: boolean;
  space: boolean;
}

/** The measures and preferences by which a paragraph is broken. */
export interface ParagraphSetting {
  /** Widths of the first lines, in px; the last one applies to all lines that follow. */
  measures: readonly number[] | Float64Array;
  /** How wide a space is in a justified line whose ratio is 0, as a share of its own width. */
  spaceWidth: number;
  /**
   * How much a space stretches at a ratio of 1 and shrinks at -1, as a share of its own width; how much letters do, as
   * a share of the font size.
   */
  spaceStretch: number;
  spaceShrink: number;
  letterStretch: number;
  letterShrink: number;
  /** By how much letters give before spaces do: with 2, they have given all they may at a ratio of a half. At least 1. */
  letterLead: number;
  /** For ragged lines: the shortfall, in px, that counts as a ratio of 1. Undefined for justified lines. */
  rag?: number | undefined;
  /**
   * In justified text, a line that touches an address may be left short, at this ratio and 1 more for each `shortUnit`
   * px of its shortfall; so may one without a space, by no more than that. 0 if none may.
   */
  shortRatio: number;
  shortUnit: number;
  /** True if a ragged paragraph’s last line should be as long as the others. */
  lastCounts?: boolean;
  /** The highest ratio that is accepted at first; higher ones are tried only if there is no other way. */
  tolerance: number;
  /** Demerits for two lines in a row that end in a hyphen. */
  ladder: number;
  /**
   * The greatest number of such lines in a row, unless lines would have to be stretched beyond the tolerance; and the
   * demerits of one more, then.
   */
  stack: number;
  overStack: number;
  /** Demerits for a hyphen at the end of the last line but one. */
  lastHyphen: number;
  /** Demerits for a loose line next to a tight one. */
  contrast: number;
  /** A last line that is narrower than this, in px, … */
  lastLine: number;
  /** … adds these demerits. */
  shortLast: number;
  /**
   * A last line that is narrower than this, in px, or only the rest of a divided word, is taken only where lines would
   * have to be stretched beyond twice the tolerance. With `wholeLast`, so is any that begins with such a rest.
   */
  leastLast: number;
  wholeLast: boolean;
  /** The demerits of such a last line, then. */
  stubLast: number;
}
