import type { PdfRuleId } from '../../diagnostics/pdf-rules.ts';
import type { Level } from '../../diagnostics/rules.ts';
import type { PaintedObject, Watcher } from '../../pdf-reading/content/painted.ts';
import type { PdfPage } from '../../pdf-reading/pages.ts';
import type { Pdf } from '../../pdf-reading/read-pdf.ts';
import type { Profile } from './profile.ts';

/** A finding of a clause in a PDF. The same fault in many places is reported for each, in the same words. */
export interface ClauseFinding {
  found: string;
  expected?: string;
  fix?: string;
  level?: Level;
  /** The page or the painted object that has the fault, if it is on a page. */
  on?: PdfPage | PaintedObject | undefined;
}

/** The facts that a clause may use besides the file. */
export interface ClauseContext {
  profile: Profile;
  /** True for a file of another program. That it claims another standard is then a warning. */
  isThirdParty?: boolean | undefined;
  /** True if painted content is not read. All fonts of the file then count as used. */
  quick?: boolean | undefined;
  /**
   * `only` for a file that was linked from parts which were checked by themselves; `ignored` for such a part, of which
   * the frame is made for the check alone.
   */
  frame?: 'only' | 'ignored' | undefined;
  /** PostScript names of the style’s faces. */
  faces?: readonly string[] | undefined;
  /** The folio of each page, by the page record; empty for a page without one. */
  folios?: readonly string[] | undefined;
  /** The most ink allowed at one point, 1 for each full ink. */
  inkLimit?: number | undefined;
  /** The treatment that text in black ink alone should have. */
  black?: 'overprint' | 'knockout' | undefined;
}

/** The functions by which a clause reports. */
export interface ClauseReporter {
  /** Reports a finding. Returns undefined, so that a clause can return the call. */
  find(found: ClauseFinding): undefined;
  /** Reports that the file has nothing to which the clause applies. */
  skip(why: string): undefined;
}

/**
 * A clause of a standard, or of our own: its rule, the profiles it applies to, and the check, which may return a
 * watcher of painted objects.
 */
export interface Clause {
  rule: PdfRuleId;
  appliesTo: readonly Profile[];
  /** True if it looks at the file as a whole, and not at what its pages and tags contain. */
  isOfFrame?: true;
  check(pdf: Pdf, answer: ClauseReporter, given: ClauseContext): Watcher | undefined;
}
