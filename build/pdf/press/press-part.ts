import type { RelocatablePart } from '../linking/relocatable-part.ts';
import type { PageFindings } from './inspect-pages.ts';

/** A unit’s part of the printer’s PDF. It is plain data; objects are numbers of the part’s. */
export interface PressPart {
  part: RelocatablePart;
  /** The node of the page tree with the unit’s pages, and their number. */
  node: number;
  count: number;
  findings: PageFindings<string>;
  /** The program that printed it. */
  producer: string;
  /** A hash of what it was made from. */
  seed: string;
}
