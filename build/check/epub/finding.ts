import type { Element } from 'xast';
import type { Level, RuleId } from '../../diagnostics/rules.ts';
import type { Archive } from './archive.ts';

/** A fault in an EPUB, and its place there. */
export interface EpubFinding {
  rule: RuleId;
  found: string;
  expected?: string;
  fix?: string;
  level?: Level;
  /** The file in the archive, and the element or the line in it, if there is one. */
  path: string;
  element?: Element;
  line?: number | undefined;
  column?: number | undefined;
}

/** A pure check of an EPUB. */
export type EpubRule = (archive: Archive) => EpubFinding[];
