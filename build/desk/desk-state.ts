import type { DiagnosticJson } from '../diagnostics/diagnostic-json.ts';
import type { PagePoint } from '../on-pages/page-point.ts';

/** Everything that the page of the preview knows of an issue. Plain data, sent as JSON. */
export interface DeskState {
  /** Grows by one whenever the state changes. */
  revision: number;
  /** The name of the issue’s folder. */
  folder: string;
  /** The journal’s title, and the issue’s line below it. */
  journal: string;
  issueLine: string;
  /** The language of the journal. */
  lang: string;
  /** The trimmed page and the bleed around it; PDF points. */
  sheet: { width: number; height: number; bleed: number };
  /** Every page, from the cover on. Empty before the issue could be set for the first time. */
  pages: DeskPage[];
  contents: DeskContentsEntry[];
  findings: DeskFinding[];
  /** False if pages are from before the last save, because the manuscripts have errors now. */
  isCurrent: boolean;
  /** True while the issue is being set. */
  isBusy: boolean;
  /** The units that were printed since the work began, where it takes long. */
  printed: number;
  /** The reason that the issue cannot be set, if the manuscripts are not to blame; else empty. */
  trouble: string;
}

/** A page of the issue. */
export interface DeskPage {
  /** Counted from the cover, which is 1 and a right-hand page. */
  index: number;
  folio: string;
  /** The key of the unit whose PDF has the page: its address is `units/KEY.pdf`. */
  unit: string;
  /** Which page of that PDF it is, from 1. */
  number: number;
  /** What it shows besides its folio: pages with the same hash look alike. */
  hash: string;
  /** The id of the article, or of the issue’s own part, that it belongs to. */
  of: string;
}

/** A line of the contents at the side. */
export interface DeskContentsEntry {
  /** The text; empty for a part of the issue that has a name in the interface’s language (`part`). */
  text: string;
  part?: 'cover' | 'title-page' | 'masthead' | 'contents' | 'colophon';
  /** 1 for sections and parts, 2 for articles, 3 and more for headings. */
  level: number;
  /** The index of its page. */
  page?: number;
  /** For an article: the name by which a proof of it is asked for. */
  article?: string;
  authors?: string;
  /** The language of the text. */
  lang?: string;
}

/** A diagnostic, with its place on the pages where it has one. */
export interface DeskFinding extends DiagnosticJson {
  at?: PagePoint;
}

/** A place in the journal’s files. */
export interface SourcePoint {
  /** The path in the journal’s folder, with `/`. */
  file: string;
  /** Counted from 1; columns in UTF-16 code units. */
  line: number;
  column: number;
  /** The word that stands there on the page. */
  word: string;
  /** `template` if the word itself is in no file of the journal’s manuscripts, and the place is only the nearest. */
  from: 'manuscript' | 'template';
  /** The place of the word on its page. */
  at: PagePoint;
}

/** The outcome of importing an author’s file that was dropped on the page. */
export interface ImportReport {
  /** The manuscript that was made of it; undefined if nothing was written. */
  manuscript?: string;
  /** Why nothing was written, and what helps. */
  refused?: { found: string; fix: string; hasChanges: boolean };
  /** The files that were written, and what was done, a line each. */
  told: string[];
  doubts: DiagnosticJson[];
}

/** The older editions of an issue that its pages may be compared with. */
export interface OlderEditions {
  /** True if a finished build of it lies in `dist/`. */
  isBuilt: boolean;
  /** The latest commits of the journal’s Git repository, the newest first. */
  commits: { name: string; day: string; subject: string }[];
}

/** The outcome of a comparison that was asked for: the number of its report, or why there is none, and what helps. */
export type ComparisonOutcome = { report: number } | { found: string; fix: string };

/** An answer to a search in all pages. */
export interface SearchHit extends PagePoint {
  folio: string;
  /** The words before, the words found, the words after. */
  around: [string, string, string];
}
