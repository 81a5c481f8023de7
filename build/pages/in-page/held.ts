import type { PlaceMark } from '../../issue/places.ts';
import type { Float, Frame, NoteRow, Row } from '../flow.ts';

/** A flow as the browser holds it: what its numbers stand for. */
export interface HeldFlow {
  /** Its name: the id of its first article, or its class. */
  name: string;
  articles: HTMLElement[];
  /** What goes over all columns of its first page. */
  opening: HTMLElement[];
  /** Holds all that goes into columns. */
  main: HTMLElement;
  rows: HeldRow[];
  /** Holds the notes. */
  notes: HTMLElement;
  noteRows: HeldRow[];
  floats: HTMLElement[];
}

/** A row: a line of an element, or all of it. */
export interface HeldRow {
  element: HTMLElement;
  /** Index of the line in the element; -1 where the row is all of it. */
  line: number;
  /** Whether the lines of the element end where its line breaks are. */
  pinned: boolean;
}

/** How a flow is to be laid out. */
export interface FlowData {
  name: string;
  frame: Frame;
  /** Named pages of the first page, and of the others. */
  pages: { first: string; rest: string };
  /** What runs on in it, in order: the row with which it begins, and its named pages. */
  runsOn: { row: number; pages: FlowData['pages'] }[];
  begins: 'page' | 'recto' | 'run-on';
  /** Of the text, of a column, of a column of notes, and between them; px. */
  measure: number;
  columnMeasure: number;
  columnGap: number;
  noteMeasure: number;
  noteGap: number;
  /** Width and height of the area inside the margins. */
  area: { width: number; height: number };
  rows: Row[];
  /** For each block that rows are of: the number that the line setter knows it by; -1 where it set none. */
  blocks: number[];
  notes: NoteRow[];
  floats: Float[];
  opening: number;
  openingCalls: number;
}

/** Where an id is that a folio is wanted for. */
export interface FolioTarget {
  id: string;
  flow: number;
  at: 'opening' | 'row' | 'float' | 'note' | 'sheet';
  /** Of the row, the float, the note row or the sheet. */
  index: number;
}

/** What the pages of an issue come from, in order: single sheets, and flows. */
interface Piece {
  /** Index of the flow; -1 for a sheet. */
  flow: number;
  id: string;
  /** Whether it has a folio. */
  counted: boolean;
}

/** All that is measured. */
export interface Measured {
  pieces: Piece[];
  flows: FlowData[];
  targets: FolioTarget[];
  /** Where the table rows are in the source that had to be divided between their lines. */
  divided: PlaceMark[];
  /** Where the tables are that are too wide for their page, even with their words divided. */
  tooWide: PlaceMark[];
}

/** All that make-up holds in the browser between its steps. */
export interface Held {
  pieces: Piece[];
  flows: HeldFlow[];
  data: FlowData[];
}
