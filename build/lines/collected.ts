import type { PlaceMark } from '../issue/places.ts';
/** The style of a run of text, as far as it changes widths and lines. */
export interface RunStyle {
  /** Declarations that give an element this style. */
  css: string;
  lang: string;
  /** Font size and letter spacing in px. */
  size: number;
  spacing: number;
  /** True if lines may end in it at all; if its words may be divided; if it may be broken anywhere. */
  wraps: boolean;
  divides: boolean;
  anywhere: boolean;
  /** True if its signs may hang in the margin: it runs in the direction of its block. */
  hangs: boolean;
}

/** Text of one style. */
export interface Run {
  kind: 'run';
  /** Index of its text node; -1 for generated content. */
  node: number;
  text: string;
  /** The index of its style. */
  style: number;
  /** Set on the space between two pieces of a formula: the kind of sign behind it. */
  formula?: 'relation' | 'operator';
  /** Offsets in the text where the author’s soft hyphens stood. */
  soft?: number[];
}

/** A box in a line that is not text, such as a picture; px. */
export interface InlineBox {
  kind: 'box';
  width: number;
  /** Its text, if it has any. */
  text: string;
}

/** The margin, border and padding at an element’s edge; px. */
export interface ElementEdge {
  kind: 'edge';
  width: number;
}

/** A `<wbr>`, at which a line may end. */
export interface BreakOpportunity {
  kind: 'wbr';
}

export type InlineItem = Run | InlineBox | ElementEdge | BreakOpportunity;

/** A block whose lines will be set: its content, and its measure. */
export interface Block {
  /** Its place in the manuscript; only its article if no more is known, and empty if it comes from no manuscript. */
  place: PlaceMark;
  /** `p`, `h2`, `li` … */
  tag: string;
  /** The length of a line in px. */
  measure: number;
  indent: number;
  justified: boolean;
  balanced: boolean;
  /** True if no word may run on to its last line: it stands before a heading. */
  wholeLast?: boolean;
  /** The index of its line properties. */
  properties: number;
  /** The content between the line breaks (`<br>`) of the text: one part if it has none. */
  parts: InlineItem[][];
}

/** The blocks of a page with their styles, as plain data: everything that setting its lines needs. */
export interface CollectedBlocks {
  blocks: Block[];
  styles: RunStyle[];
  /** Sets of the stylesheet’s custom properties for lines, by name without the hyphens in front. */
  properties: Record<string, string>[];
}

/** The changes that give a block the lines that were chosen. */
export interface Pin {
  /** The index of the block. */
  block: number;
  /** The px to take from every space of a justified block, so that no line is too long before it is justified. */
  tighten: number;
  /** The px by which the last line of each part is short of its measure. */
  fill: number[];
  /** The changes of its text nodes. */
  texts: TextCuts[];
  lines: number;
  /** The px by which a line may be wider than its measure: what hangs, and what could not be avoided. */
  spare: number;
}

/** The changes of a text node. */
export interface TextCuts {
  /** The index of the node. */
  node: number;
  /** The ends of lines in it, the last first. */
  cuts: LineEnd[];
  /** The stretches of text that are spaced, with their `letter-spacing` in px. */
  spaced: { from: number; to: number; spacing: number }[];
}

/**
 * A line’s end in a text node, or the start of a part’s first line. What is zero is left out, because there are
 * thousands.
 */
export interface LineEnd {
  offset: number;
  /** True if a hyphen is added. */
  hyphen?: boolean;
  /** The px by which the line’s last character hangs over the margin, and the next line’s first. */
  hangEnd?: number;
  hangStart?: number;
  /** The px by which the line is left short of its measure. */
  short?: number;
  /** True if no line precedes it. */
  start?: boolean;
}

/** A block whose lines in the browser are not those that were set. */
export interface FailedBlock {
  place: PlaceMark;
  /** The difference, in words. */
  found: string;
}
