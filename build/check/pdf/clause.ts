import type { PdfRuleId } from '../../diagnostics/pdf-rules.ts';
import type { Level } from '../../diagnostics/rules.ts';
import type { Painted, Watcher } from '../../pdf-reading/content/painted.ts';
import type { Page } from '../../pdf-reading/pages.ts';
import type { Pdf } from '../../pdf-reading/read-pdf.ts';
import type { Profile } from './profile.ts';

/** What a clause found in a PDF. The same fault in many places is found in each, with the same words. */
export interface Found {
  found: string;
  expected?: string;
  fix?: string;
  level?: Level;
  /** Where, if it is somewhere: a page, or what is painted. */
  on?: Page | Painted | undefined;
}

/** What a clause is told beside the file: what its makers know of it. */
export interface Given {
  profile: Profile;
  /** Whether somebody else made the file, and is not to be told that it claims something else. */
  foreign?: boolean | undefined;
  /** Whether nothing that pages paint is looked at: then all fonts of the file count as painted with. */
  quick?: boolean | undefined;
  /** PostScript names of the style’s faces. */
  faces?: readonly string[] | undefined;
  /** The folio of each page by the page record; empty for a page that has none. */
  folios?: readonly string[] | undefined;
  /** Ink that may lie at one place, 1 for each full ink. */
  inkLimit?: number | undefined;
  /** Whether text in black ink alone was to overprint. */
  black?: 'overprint' | 'knockout' | undefined;
}

/** How a clause answers. */
export interface Answer {
  /** Returns nothing, to be returned. */
  find(found: Found): undefined;
  /** There is nothing that the clause could be about. */
  skip(why: string): undefined;
}

/**
 * A clause of a standard, or of the house: a rule, what it is asked of, and how a file is held to it: at once, or by watching what is painted.
 */
export interface Clause {
  rule: PdfRuleId;
  of: readonly Profile[];
  look(pdf: Pdf, answer: Answer, given: Given): Watcher | undefined;
}
