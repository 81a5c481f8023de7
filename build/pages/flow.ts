import type { BreakableRule } from './costs.ts';

/**
 * An indivisible part of a column: a line of text, a row of a table, a picture. Heights and positions are px, in the
 * flow laid out as one endless column, on the grid.
 */
export interface Row {
  top: number;
  bottom: number;
  /** The height kept above it at the head of a column: the padding of a box that begins with it. */
  kept: number;
  /** The height needed below it at the foot of a column: the padding of a box that ends with it. */
  tail: number;
  /** The height of the table head that is repeated if a column begins with it. */
  head: number;
  /** Its distance below a line of the grid. */
  phase: number;
  /** Its block, counted through the flow; its line in the block, and how many lines the block has. */
  block: number;
  line: number;
  of: number;
  /** The numbers of the block’s lines that must stay together at a column’s foot, and at its head. */
  orphans: number;
  widows: number;
  kind: 'text' | 'heading' | 'quote' | 'table' | 'picture' | 'box';
  /** What a break before it divides that had better stay whole. */
  divides?: 'stanza' | 'entry';
  /** The break before it that the style asks for or forbids. */
  before: 'auto' | 'avoid' | 'column' | 'page';
  /**
   * Its place in a display, such as a quotation with its source, verse or a figure with its caption: the first row, or
   * a later one, which no white parts from the row above.
   */
  part?: 'first' | 'later';
  /** True if it ends with a hyphen that divides a word. */
  hyphen: boolean;
  /** True if it ends with a colon, and so announces what follows. */
  colon: boolean;
  /** The share of the measure that its words take: 1 for a full line. */
  width: number;
  /** The number of notes that are called in it. */
  calls: number;
  /** True if an address runs on into it from the line above. */
  address?: boolean;
}

/** A line of a note, or another indivisible part of one. */
export interface NoteRow {
  top: number;
  bottom: number;
  /** Its line in the note, and how many lines the note has. */
  line: number;
  of: number;
  note: number;
  /**
   * The additional height needed above it at the head of a column: the padding of a box that it begins, the repeated
   * head of a table.
   */
  kept?: number;
  /** The additional height needed below it at the foot of a column: the padding of a box that ends with it. */
  tail?: number;
  /** True if a page that ends above it leaves a single line of one of the note’s paragraphs on one side. */
  stub?: boolean;
  /** True if an address runs on into it from the line above. */
  address?: boolean;
}

/** A figure or a table that stands at the head or the foot of a column or of a page. */
export interface Float {
  /** Its height, with the white that sets it off from the text. */
  height: number;
  /** True if it spans all columns. */
  spans: boolean;
  /** The row after which it comes in the manuscript; -1 before the first. */
  anchor: number;
  /** True if it is a part of a table that was divided because it is higher than a page. */
  part?: boolean;
  /** The row before which its article ends, if others run on after it: it should not stand beyond that. */
  until?: number;
  /** The spots that the style allows. */
  places: readonly ('head' | 'foot')[];
  /** The number of notes that are called in it, and the first of them. If it waits for a later page, they wait, too. */
  calls: number;
  firstNote: number;
}

/** Text that is made up into pages: an article, or several that run on. */
export interface Flow {
  rows: Row[];
  notes: NoteRow[];
  floats: Float[];
  /** The height of what spans all columns of the first page. */
  opening: number;
  /** The number of notes that are called in the opening. */
  openingCalls: number;
  /** True if more follows on the next page, so that the last page should be as full as any. */
  continues?: boolean;
  /** The rows that are not where they say, while changes of paragraphs are tried. */
  moved?: readonly MovedRows[];
}

/** The rows of all blocks below one are lower than they say, by a distance in px; above 0 if that has a line more. */
export interface MovedRows {
  below: number;
  by: number;
}

/** The page that a flow is made up into; px. */
export interface Frame {
  /** The height from the head of the text to the foot of the notes. */
  height: number;
  columns: number;
  /** The height of a line of text, which is the distance of the grid’s lines. */
  grid: number;
  notesAt: 'page' | 'column';
  noteColumns: number;
  /** The height of the rule and the white above notes, and above those that run on from the page before. */
  noteHead: number;
  noteHeadContinued: number;
}

/** The place of a float: the head or foot of a column, or of the whole page if the column is -1. */
export interface PlacedFloat {
  float: number;
  column: number;
  at: 'head' | 'foot';
}

/** One page: the rows of each column, and the note rows at the foot of each, or of the page. */
export interface PagePlan {
  columns: {
    from: number;
    to: number;
    room: number;
    /** The number of lines that it is short and takes as white: around a list or the like, or above a heading. */
    given?: number;
  }[];
  /** The note areas: one for the page, or one for each column. */
  notes: { from: number; to: number; columns: { from: number; to: number }[] }[];
  floats: PlacedFloat[];
  /** The page’s cost; the sum over all pages is made as small as possible. */
  cost: number;
  brokenRules: BrokenRule[];
}

/** A rule that a page could not keep, and the row, note row or float where it is broken. */
export interface BrokenRule {
  rule: BreakableRule;
  row?: number;
  note?: number;
  float?: number;
}
