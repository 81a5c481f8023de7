import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import type { Matrix } from '../../pdf-reading/content/matrix.ts';
import type { Extent } from './extents.ts';
import type { WrittenText } from './line-spaces.ts';
import type { SpecialTag } from './plan.ts';

/** What a piece of the browser’s marked content is. */
export interface Mark {
  /** Number and name of the planned tag that it belongs to, and the number of the block that this stands in. */
  number: number;
  tag: string;
  block: number;
  /** Its place in the order in which the browser’s pieces are read. */
  order: number;
  /** The piece that comes just before it in its tag, if it stands on the same page. */
  follows: number | undefined;
  special: SpecialTag | undefined;
  /** The tag of the label that is drawn before it, of a list’s item. */
  label: number | undefined;
}

/** What has to be known of a stream for it to be marked. */
export interface About {
  /** What a piece is; undefined for what belongs to no tag. */
  markOf: (id: number) => Mark | undefined;
  /** Half the height of the page, in points; undefined of a form, which has no running heads. */
  middle: number | undefined;
  /** Where the stream is painted. */
  matrix?: Matrix;
  /** Whether an XObject, by its name there, is a form with marked content of its own. */
  isMarked?: (name: string) => boolean;
}

/** A content stream whose content is marked anew. */
export interface Marked {
  operations: Operation[];
  /** The new number of each old piece that belongs to a tag. */
  ids: Map<number, number>;
  /** The tags of the pieces, by new number. */
  owners: number[];
  /** The pieces that are labels of list items, by tag. */
  labels: Map<number, number>;
  /** Where the content of each tag stands: of figures the whole, of others its lines as far as a run’s first glyph tells. */
  extents: Map<number, Extent>;
  /** The texts of tags, in the order of the output. */
  texts: WrittenText[];
  /** The forms with marked content of their own that it paints, by name, and where. */
  forms: { name: string; matrix: Matrix }[];
}
