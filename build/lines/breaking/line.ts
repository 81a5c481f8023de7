/** A line that was chosen. */
export interface Line {
  /** The indexes in the text of its first character, and of the first after it: a space that is gone, or what the next line begins with. */
  begins: number;
  stops: number;
  /**
   * How far it is stretched (above 0) or shrunk (below): 1 is all that spaces and letters have to give, and more is taken from spaces alone.
   * Below -1 the line is too long.
   */
  ratio: number;
  /** Between -1 and 1: which part of what letters give is used. */
  spacing: number;
  /** Width before stretching, without what hangs, in px. */
  natural: number;
  /** What it has to fill, in px. */
  measure: number;
  /** What there is to be stretched: width of the spaces in px, number of letters times their font size, number of spaces. */
  glue: number;
  letters: number;
  gaps: number;
  /** How far its first and its last sign stand out, in px. */
  hangStart: number;
  hangEnd: number;
  /** Whether it ends in a hyphen, and whether that was added; whether it ends before a space. */
  hyphen: boolean;
  added: boolean;
  space: boolean;
}

/** What the paragraph is set to. */
export interface Setting {
  /** Widths of the first lines in px; the last of them holds for all that follow. */
  measures: readonly number[];
  /** What a space gives at a ratio of 1 and of -1, as a share of its width; what letters give, as a share of the font size. */
  spaceStretch: number;
  spaceShrink: number;
  letterStretch: number;
  letterShrink: number;
  /** Ragged lines: the shortfall, in px, that counts as a ratio of 1. Without it, lines are justified. */
  rag?: number;
  /** Whether a ragged paragraph’s last line should be as long as the others. */
  lastCounts?: boolean;
  /** The highest ratio that is tried before any higher is. */
  tolerance: number;
  /** Demerits for two lines in a row that end in a hyphen. */
  ladder: number;
  /** The most such lines in a row, if it can be helped. */
  stack: number;
  /** Demerits for a hyphen at the end of the last line but one. */
  lastHyphen: number;
  /** Demerits for a loose line next to a tight one. */
  contrast: number;
  /** A last line narrower than this, in px … */
  lastLine: number;
  /** … costs so many demerits. */
  shortLast: number;
}
