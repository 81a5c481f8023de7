import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Place } from '../diagnostics/report.ts';

/** A work that can be cited: CSL-JSON (docs.citationstyles.org), with its place in the file that describes it. */
export interface Reference {
  key: string;
  item: CslItem;
  file: VFile;
  /** The place of its entry in the file. */
  at: Position;
  /** Keys that mean the same entry (`ids` in BibLaTeX). */
  aliases?: string[];
}

/**
 * An item of CSL-JSON 1.0.2; `id` is the key. Of markup, texts have `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals and
 * `nocase`.
 */
export interface CslItem {
  id: string;
  type: string;
  /** BCP 47, always there where it can be known. */
  language?: string;
  title?: string;
  author?: CslName[];
  issued?: CslDate;
  [field: string]: unknown;
}

/** A name: family and given, or one that is not taken apart. The last of a list may be {@link others}. */
export interface CslName {
  family?: string;
  given?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/**
 * A date: years, months and days as numbers, or words (`in press`). A range without an end has `[0]` as its second
 * date; 45 BC is the year -45.
 */
export interface CslDate {
  'date-parts'?: number[][];
  circa?: boolean;
  season?: number;
  literal?: string;
}

/**
 * The literal of a last name that means “and others”. CSL has no form for it: a program that formats items writes the
 * style’s term in its place.
 */
export const others = '\uE001';

/** The name of a bibliography in a setting: its path in the journal’s folder, and the place that names it. */
export interface NamedBibliography {
  path: string;
  file: VFile;
  at?: Place | undefined;
}

/** The works of a journal’s and an article’s bibliographies, by their keys. */
export interface ReferenceList {
  /** The work of a key, or of another key of the same entry. */
  find(key: string): Reference | undefined;
  /** The key that a misspelt one most likely meant. */
  nearest(key: string): string | undefined;
  /** Every work, in the order of the files. */
  all: readonly Reference[];
  /** The bibliographies that were read, with their diagnostics. */
  files: VFile[];
}
