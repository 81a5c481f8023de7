/** A piece that is never parted: a word, or what lies between two places where it may be divided. */
export interface Box {
  kind: 'box';
  /** CSS px */
  width: number;
  /** How much spacing out its letters adds at most, and drawing them together saves at most, in px. */
  stretch: number;
  shrink: number;
  /** How far its first sign stands out to the left where a line begins with it, and its last to the right where one ends with it, in px. */
  hangStart: number;
  hangEnd: number;
}

/** A space between words. A line may end before it, and then it is gone, unless it does not break. */
export interface Glue {
  kind: 'glue';
  width: number;
  stretch: number;
  shrink: number;
  breaks: boolean;
}

/** A place where a line may end inside a word. */
export interface Penalty {
  kind: 'penalty';
  /** Nought is what a space costs. */
  cost: number;
  /** Of the hyphen that is added when the line ends here, or nought. */
  width: number;
  /** How far the line’s last sign, the hyphen if there is one, stands out to the right, in px. */
  hang: number;
  /** Whether the line then ends in a hyphen, added or the author’s own. */
  hyphen: boolean;
}

export type Item = Box | Glue | Penalty;

/** A line that was chosen. */
export interface Line {
  /** Index of its first box. */
  start: number;
  /** Index of the space or penalty it ends at; for a paragraph’s last line, the number of items. */
  end: number;
  /**
   * How far it is stretched (above 0) or shrunk (below): 1 is all that spaces and letters have to give, and more is taken from spaces alone.
   * Below -1 the line is too long, by `over` px.
   */
  ratio: number;
  /** Between -1 and 1: which part of what letters give is used. */
  letters: number;
  /** Width before stretching, without what hangs, in px. */
  natural: number;
  /** What it has to fill, in px. */
  measure: number;
  hangStart: number;
  hangEnd: number;
  hyphen: boolean;
}

/** What the paragraph is set to. */
export interface Setting {
  /** Widths of the first lines in px; the last of them holds for all that follow. */
  measures: readonly number[];
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
