import type { PlaceMark } from '../issue/places.ts';
/** The style of a run of text, as far as it changes widths and lines. */
export interface RunStyle {
  /** Declarations that give an element this style. */
  css: string;
  lang: string;
  /** Font size and letter spacing in px. */
  size: number;
  spacing: number;
  /** Whether lines may end in it at all; whether its words may be divided; whether it may be broken anywhere. */
  wraps: boolean;
  divides: boolean;
  anywhere: boolean;
}

/** Text of one style. */
export interface Run {
  kind: 'run';
  /** Index of its text node; -1 for generated content. */
  node: number;
  text: string;
  /** Index in the galley’s styles. */
  style: number;
  /** Offsets in the text where the author’s soft hyphens stood. */
  soft?: number[];
}

/** Something in a line that is not text; px. */
export interface Thing {
  kind: 'box';
  width: number;
  /** What it says, if anything. */
  text: string;
}

/** The margin, border and padding at an element’s edge; px. */
export interface Edge {
  kind: 'edge';
  width: number;
}

/** `<wbr>`: here a line may end. */
export interface Opportunity {
  kind: 'wbr';
}

export type Inline = Run | Thing | Edge | Opportunity;

/** A block whose lines are to be set: what stands in it, and its measure. */
export interface Block {
  /**
   * Where it begins in the manuscript; only its article where no more is known, and empty where it comes from no
   * manuscript.
   */
  place: PlaceMark;
  /** `p`, `h2`, `li` … */
  tag: string;
  /** Of a line, in px. */
  measure: number;
  indent: number;
  justified: boolean;
  balanced: boolean;
  /** Index in the galley’s properties. */
  properties: number;
  /** What stands between the line breaks that the text has itself: one part, where it has none. */
  parts: Inline[][];
}

/** All that a page tells about its lines, as plain data. */
export interface Galley {
  blocks: Block[];
  styles: RunStyle[];
  /** Custom properties of the stylesheet: by name, without the hyphens in front. */
  properties: Record<string, string>[];
}

/** The plan by which a block is pinned. */
export interface Pin {
  /** Index of the block. */
  block: number;
  /** To take from every space of a justified block, in px, so that no line is too long before it is justified. */
  tighten: number;
  /** What the last line of each part lacks, in px. */
  fill: number[];
  /** What becomes of its text nodes. */
  texts: TextPlan[];
  lines: number;
  /** By how much a line may be wider than its measure, in px: what hangs, and what could not be helped. */
  spare: number;
}

/** The plan for a text node. */
export interface TextPlan {
  /** Its index. */
  node: number;
  /** The ends of lines in it, the last first. */
  cuts: Cut[];
  /** Letters that are spaced, as `letter-spacing` in px. */
  spaced: { from: number; to: number; spacing: number }[];
}

/**
 * A line’s end in a text node, or the start of a part’s first line. Zeros are left out, since there are thousands of
 * them.
 */
export interface Cut {
  offset: number;
  /** Whether a hyphen is added. */
  hyphen?: boolean;
  /** How far the line’s last sign stands out, and the next line’s first, in px. */
  hangEnd?: number;
  hangStart?: number;
  /** What the line is left short of its measure, in px. */
  short?: number;
  /** Whether there is no line before it. */
  start?: boolean;
}

/** A block that did not come out as it was set. */
export interface Failed {
  place: PlaceMark;
  /** In words. */
  found: string;
}
