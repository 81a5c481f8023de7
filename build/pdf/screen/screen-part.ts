import type { RelocatablePart } from '../linking/relocatable-part.ts';

/** A unit’s part of the screen PDF. It is plain data; objects are numbers of the part’s. */
export interface ScreenPart {
  part: RelocatablePart;
  /** The node of the page tree with the unit’s pages, and these. */
  node: number;
  pages: number[];
  /** The content of the document’s element. */
  sections: number[];
  /** The node of the parent tree, and the number of its keys. */
  parents: number;
  keys: number;
  /** The elements with ids. */
  ids: [id: string, element: number][];
  /** The places that links of the unit lead to: a page of the unit, and the rest of the destination. */
  destinations: [id: string, page: number, rest: (string | number | null)[]][];
  /** Where the content of each element with an id begins: a page of the unit, and a height on it, if that is known. */
  places: [id: string, page: number, top: number | null][];
  /** The ids in other units that its links lead to. */
  wanted: string[];
  /** The program that printed it. */
  producer: string;
  /** A hash of what it was made from. */
  seed: string;
}
