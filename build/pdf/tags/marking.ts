import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import type { Matrix } from '../../pdf-reading/content/matrix.ts';
import type { Extent } from './extents.ts';
import type { WrittenText } from './line-spaces.ts';
import type { SpecialTag } from './plan.ts';

/** The planned tag that a piece of the browser’s marked content belongs to. */
export interface PieceMark {
  /** The number and name of the tag, and the number of the block around it. */
  number: number;
  tag: string;
  block: number;
  /** The piece’s place in the order in which the browser’s pieces are read. */
  order: number;
  /** The previous piece of its tag, if it is on the same page. */
  follows: number | undefined;
  special: SpecialTag | undefined;
  /** The tag of the label that is drawn before a list’s item. */
  label: number | undefined;
}

/** The facts about a stream that marking needs. */
export interface MarkingContext {
  /** Finds the mark of a piece, by its number on the page; undefined for a piece without a tag. */
  markOf: (id: number) => PieceMark | undefined;
  /** What is added to a piece’s number in the stream to make it its number on the page; see {@link firstIdIn}. */
  firstId?: number;
  /** Half the height of the page, in points; undefined for a form, which has no running heads. */
  middle: number | undefined;
  /** The matrix that the stream is painted with. */
  matrix?: Matrix;
  /** True if an XObject, by its name in the stream, is a form with marked content of its own. */
  isMarked?: (name: string) => boolean;
}

/** A content stream with our marks. */
export interface MarkedContent {
  operations: Operation[];
  /** The new number of each piece that belongs to a tag, by its old number on the page. */
  ids: Map<number, number>;
  /** The tags of the pieces, by new number. */
  owners: number[];
  /** The pieces that are labels of list items, by tag. */
  labels: Map<number, number>;
  /**
   * The rectangle of each tag’s content: for a figure the whole of it, for other tags its lines up to the first glyph
   * of each run.
   */
  extents: Map<number, Extent>;
  /** The texts of tags, in the order of the output. */
  texts: WrittenText[];
  /** The painted forms with marked content of their own, by name, with their matrices. */
  forms: { name: string; matrix: Matrix }[];
}
