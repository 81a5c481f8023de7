import type { Concession } from './costs.ts';

/**
 * What stands in a column one below the other and is never cut: a line of text, a row of a table, a picture. Heights and places are px, in
 * the flow laid out as one endless column, on the grid.
 */
export interface Row {
  top: number;
  bottom: number;
  /** What stays above it where it stands at the head of a column: the padding of a box that begins with it. */
  kept: number;
  /** What is needed below it where a column ends with it: the padding of a box that ends with it. */
  tail: number;
  /** Height of the table head that is repeated where a column begins with it. */
  head: number;
  /** How far below a line of the grid it stands. */
  phase: number;
  /** Its block, counted through the flow; which of the block's lines it is, and how many there are. */
  block: number;
  line: number;
  of: number;
  /** How many of the block’s lines must stand together at a column’s foot, and at its head. */
  orphans: number;
  widows: number;
  kind: 'text' | 'heading' | 'quote' | 'table' | 'picture' | 'box';
  /** Whether the style asks for a break before it, or forbids one. */
  before: 'auto' | 'avoid' | 'column' | 'page';
  /** Whether it ends with a hyphen that parts a word. */
  hyphen: boolean;
  /** Whether it ends with a colon, and so leads over to what follows. */
  colon: boolean;
  /** Share of the measure that its words take: 1 for a full line. */
  width: number;
  /** Notes that are called in it. */
  calls: number;
}

/** A note in lines. */
export interface NoteRow {
  top: number;
  bottom: number;
  /** Which of the note’s lines it is, and how many there are. */
  line: number;
  of: number;
  note: number;
  /** What more is needed above it where a column begins with it: the padding of a box that it begins, the repeated head of a table. */
  kept?: number;
  /** What more is needed below it where a column ends with it: the padding of a box that ends with it. */
  tail?: number;
  /** Whether a page that ends above it leaves a single line of one of the note’s paragraphs on one side. */
  stub?: boolean;
}

/** A figure or a table that stands at the head or the foot of a column or of a page. */
export interface Float {
  /** With the white that sets it off from the text. */
  height: number;
  /** Whether it goes over all columns. */
  spans: boolean;
  /** Index of the row after which it comes in the manuscript; -1 before the first. */
  anchor: number;
  /** Whether it is a part of a table that was divided for being higher than a page. */
  part?: boolean;
  /** The row before which its article ends, where others run on after it; it is not to stand beyond that. */
  until?: number;
  /** Where the style wants it. */
  places: readonly ('head' | 'foot')[];
  /** Notes that are called in it, and the first of them: where it waits for a later page, they wait, too. */
  calls: number;
  firstNote: number;
}

/** A run of text that is made up into pages: an article, or several that run on. */
export interface Flow {
  rows: Row[];
  notes: NoteRow[];
  floats: Float[];
  /** Height of what goes over all columns of the first page. */
  opening: number;
  /** Notes that are called in the opening. */
  openingCalls: number;
  /** Whether more follows on the next page: then the last page is to be as full as any. */
  continues?: boolean;
}

/** The page that a flow is made up into; px. */
export interface Frame {
  /** From the head of the text to the foot of the notes. */
  height: number;
  columns: number;
  /** Height of a line of the text, which is the grid. */
  grid: number;
  notesAt: 'page' | 'column';
  noteColumns: number;
  /** Height of the rule and the white above notes, and above those that run on from the page before. */
  noteHead: number;
  noteHeadContinued: number;
}

/** Where a float stands: at the head or the foot of a column, or of the page where the column is -1. */
export interface Placed {
  float: number;
  column: number;
  at: 'head' | 'foot';
}

/** One page: which rows stand in each column, which note rows at the foot of each, or of the page. */
export interface PagePlan {
  columns: { from: number; to: number; room: number }[];
  /** One for each area: one for the page, or one for each column. */
  notes: { from: number; to: number; columns: { from: number; to: number }[] }[];
  floats: Placed[];
  /** The page’s share of the sum that is made least. */
  cost: number;
  conceded: Conceded[];
}

/** A rule that a page could not keep, and where: a row, a note row or a float. */
export interface Conceded {
  rule: Concession;
  row?: number;
  note?: number;
  float?: number;
}
