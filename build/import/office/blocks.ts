import type { AuthorPlace, Look } from '../imported.ts';
import type { Atom } from './atoms.ts';

/** A block of an office file, before lists are put together and words are nested. */
export type OfficeBlock = ParagraphBlock | TableBlock;

export interface ParagraphBlock {
  type: 'paragraph';
  atoms: Atom[];
  look: Look;
  from: AuthorPlace;
  /** The level of a heading, from 1. */
  heading?: number;
  list?: ListMark;
  /** True for a further paragraph of the item before. */
  isFurther?: boolean;
  /** Set for code and quotations by their style. */
  kind?: 'quotation' | 'code';
  /** BCP 47, if it is not that of the text. */
  lang?: string;
  /** The names of the bookmarks that begin in it. */
  anchors: string[];
  /** True if it belongs to the bibliography that a reference manager wrote. */
  isReference?: boolean;
}

/** The number or bullet before a paragraph. */
export interface ListMark {
  /** Items with one key belong to one list. */
  key: string;
  /** From 0. */
  level: number;
  /** As Word calls it: `decimal`, `bullet`, `lowerLetter`. */
  format: string;
  value: number;
  /** As it is shown: `1.2`, `a)`, `•`; empty if nothing is. */
  label: string;
}

export interface TableBlock {
  type: 'table';
  rows: Cell[][];
  /** How many rows are its head, as far as the file says so. */
  headRows: number;
  from: AuthorPlace;
}

export interface Cell {
  blocks: OfficeBlock[];
  columns: number;
  rows: number;
  align?: 'left' | 'center' | 'right';
}
