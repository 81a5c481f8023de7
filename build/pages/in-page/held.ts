import type { PlaceMark } from '../../issue/places.ts';
import type { Float, Frame, NoteRow, Row } from '../flow.ts';

/** A flow in the browser: the elements that its numbers refer to. */
export interface HeldFlow {
  /** Its name: the id of its first article, or its class. */
  name: string;
  articles: HTMLElement[];
  /** The elements that span all columns of its first page. */
  opening: HTMLElement[];
  /** The element that contains the text. */
  main: HTMLElement;
  rows: HeldRow[];
  /** The element that contains the notes. */
  notes: HTMLElement;
  noteRows: HeldRow[];
  floats: HTMLElement[];
}

/** The content of a row: a line of an element, or a whole element. */
export interface HeldRow {
  element: HTMLElement;
  /** The index of the line in the element; -1 if the row is the whole element. */
  line: number;
  /** True if the lines of the element end at its line breaks. */
  pinned: boolean;
}

/** The layout of a flow, and its numbers. */
export interface FlowData {
  name: string;
  frame: Frame;
  /** The named pages (CSS `page`) of the first page, and of the others. */
  pages: { first: string; rest: string };
  /** The articles that run on in it, in order: the row with which each begins, and its named pages. */
  runsOn: { row: number; pages: FlowData['pages'] }[];
  begins: 'page' | 'recto' | 'run-on';
  /** The widths of the text, of a column, of a column of notes, and the gaps between columns; px. */
  measure: number;
  columnMeasure: number;
  columnGap: number;
  noteMeasure: number;
  noteGap: number;
  /** The width and height of the area inside the margins. */
  area: { width: number; height: number };
  rows: Row[];
  /** For each block of rows: the number by which the line setter knows it; -1 if it set no lines of it. */
  blocks: number[];
  notes: NoteRow[];
  floats: Float[];
  opening: number;
  openingCalls: number;
}

/** The place of an id. */
export interface FolioTarget {
  id: string;
  flow: number;
  at: 'opening' | 'row' | 'float' | 'note' | 'sheet';
  /** The index of the row, float, note row or sheet. */
  index: number;
}

/** A part of an issue that is made up into pages: a single sheet, or a flow. */
export interface IssuePart {
  /** The index of the flow; -1 for a sheet. */
  flow: number;
  id: string;
  /** True if its pages are counted. */
  counted: boolean;
}

/** All measures of a document. */
export interface Measured {
  parts: IssuePart[];
  flows: FlowData[];
  /** The places of all ids. */
  targets: FolioTarget[];
  /** The ids whose folios are printed in the document. */
  wanted: string[];
  /** The places of the table rows that had to be divided between their lines. */
  divided: PlaceMark[];
  /** The places of the tables that are too wide for their page, even with their words divided. */
  tooWide: PlaceMark[];
}

/** The state of make-up that stays in the browser between its steps. */
export interface HeldFlows {
  parts: IssuePart[];
  flows: HeldFlow[];
  data: FlowData[];
}
