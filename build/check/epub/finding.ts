import type { Element } from 'xast';
import type { Level, RuleId } from '../../diagnostics/rules.ts';
import type { Archive } from './archive.ts';

/** What is wrong with an EPUB, and where in it. */
export interface EpubFinding {
  rule: RuleId;
  found: string;
  expected?: string;
  fix?: string;
  level?: Level;
  /** The file in the archive, and the element or the line in it, where there is one. */
  path: string;
  element?: Element;
  line?: number | undefined;
  column?: number | undefined;
}

/** A check of an EPUB; pure. */
export type EpubRule = (archive: Archive) => EpubFinding[];
