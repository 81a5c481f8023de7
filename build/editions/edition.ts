import type { VFile } from 'vfile';
import type { Chrome } from '../browser/browser.ts';
import type { Cache } from '../cache/cache.ts';
import type { CheckedFile } from '../check/editions/checked.ts';
import type { FinishedFile } from '../check/editions/read-editions.ts';
import type { Preflighter } from '../check/pdf/preflight-in-worker.ts';
import type { PdfOnDisk } from '../check/vera/vera.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { OutputFiles } from '../disk/output-files.ts';
import type { InType } from '../in-type/set-in-type.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Style } from '../styles/style.ts';
import type { Pages } from './pages.ts';

/**
 * A form in which an issue is published. Its record is all that a build, a check, `--only`, the help and `dist/` know
 * of it. The file of a record imports the code that makes and checks the edition on demand, so that runs without the
 * edition need not load it.
 */
export interface Edition {
  /** Its name for `--only`. */
  name: string;
  /** Its description in the help: `the pages for the printer, PDF/X-4`. */
  about: string;
  /** Its material: the issue in type alone, or its printed pages, too. */
  needs: 'tree' | 'pages';
  /** True if pages are printed for it although it can be made without: it names page numbers. */
  wantsPages?(options: EditionOptions): boolean;
  /** True if it is made along with the pages wherever these are set, and cannot be asked for by name. */
  goesWithPages?: true;
  /** True if it is made only where it is asked for: by name, or by `also:` in journal.yaml. */
  onRequest?: true;
  /** True if it reads the page record and nothing else of the pages, so that the one in `dist/` will do. */
  wantsRecord?: true;
  /** The editions that are made along with it, since their files go into it. */
  uses?: readonly string[];
  /** The stylesheet that each style has for it: `epub` for `epub.css`. Omitted for that of the printed pages. */
  sheet?: string;
  /** True if it goes to the press, so that the journal’s settings for printing are read. */
  toPress?: true;
  /** The editions that, if wanted, are made and checked before it, since it uses their results. */
  after?: readonly string[];
  /** The names of the stages in which it is made and checked, for the display of progress. */
  stages: { make: string; check: string };
  /** True for the edition’s own files, by their path in an issue’s folder, for any name of the issue. */
  has(path: string): boolean;
  /** Reports what the journal has to say before it can be made, on the files where it is to be said. */
  lacks?(inType: InType): Promise<void>;
  /** Starts threads that take their time to load, when a build begins. Loads no code into its own thread. */
  start?(): void;
  /** Loads or prepares what it can while the browser prints pages. */
  ahead?: readonly ((context: EditionContext) => Promise<unknown>)[];
  /** Prints what it shows besides the pages, when they are printed. Afterwards the browser may end. */
  print?(context: EditionContext): Promise<unknown>;
  /**
   * Makes its files, and writes each as soon as it is made, so that they need not be held. Faults are reported on the
   * issue’s files. Throws TemplateError, StyleError, BrowserDied.
   */
  make(context: EditionContext, files: OutputFiles): Promise<EditionOutput[]>;
  /**
   * Checks its files, either new ones or those in `dist/`. Faults are reported on them or on the issue’s files; the
   * rules that were applied are returned, for the report of a check. Omitted for an edition without rules.
   */
  check?(files: readonly EditionFile[], context: EditionContext): Promise<CheckedFile[]>;
}

/** The wishes of a user besides the names of editions. */
export interface EditionOptions {
  /** True if each article gets an EPUB of its own, too. */
  articles: boolean;
  /** True if only some articles are wanted, without anything that is made of the whole issue. */
  isPart?: boolean;
}

/** The input of the functions that make and check editions: the issue in type, and all else that they need. */
export interface EditionContext extends InType, EditionOptions {
  /** The pages as the browser printed them; undefined if none were made, and in a check of finished editions. */
  pages: Pages | undefined;
  /** The page record; undefined if there are no pages. */
  record: PageRecord | undefined;
  /** The files of the editions that were made before, by edition name. */
  outputs: ReadonlyMap<string, readonly EditionOutput[]>;
  /** Starts the browser, or returns the running one. Throws BrowserMissing. */
  chrome: () => Promise<Chrome>;
  /** The results of earlier builds. */
  cache: Cache;
  /** The number of tabs of the browser that work at once. */
  jobs: number;
  /** The names of the editions that are made. */
  wanted: ReadonlySet<string>;
  /** The ids of the articles that are wanted, if not the whole issue is. */
  chosen: ReadonlySet<string> | undefined;
  /** Shows a step of a check that takes time. */
  stage: Stage;
  /** True if everything is checked, also by other programs: for finished editions, and in a strict build. */
  isThorough: boolean;
  /** The further means of a check of finished editions; undefined in a build. */
  finished: FinishedContext | undefined;
  /** Does work that several editions share, or that was begun ahead: once for all callers with the same function. */
  once<T>(work: (context: EditionContext) => Promise<T>): Promise<T>;
}

/** The further means to check finished editions. */
export interface FinishedContext {
  /** Checks PDFs in another thread: other programs may have changed them. */
  preflighter: Preflighter;
  /** Collects the PDFs for readers, which veraPDF checks when all issues are done. */
  tagged: (PdfOnDisk & { checked: CheckedFile })[];
}

/** A file of an edition that was just written. */
export interface EditionOutput {
  /** In the issue’s folder, with `/`. */
  path: string;
  /** The words of each page, if its pages are those that were made up. */
  texts?: readonly string[];
  /** True if the parts that it was linked from were checked, and nothing was found. */
  partsAreClean?: boolean;
  /** A remark on it for the user, a line. */
  remark?: string;
  /** Reports findings of its making that belong to no manuscript, on the VFile of the file. */
  report?: (file: VFile) => void;
}

/** A file of an edition that is to be checked. */
export interface EditionFile extends FinishedFile {
  /** The words of each page, if it was just made. */
  texts?: readonly string[] | undefined;
  /** True if the parts that it was linked from were checked, and nothing was found. */
  partsAreClean?: boolean | undefined;
}

/** The pages of an issue, for an edition that needs them. */
export function pagesOf({ pages }: EditionContext): Pages {
  if (!pages) throw new Error('An edition that needs pages was made without them.');
  return pages;
}

/** The record of the pages that may be cited; undefined while the issue is not out, since they may move. */
export function citedRecord({ issue, record }: EditionContext): PageRecord | undefined {
  return issue.facts.ahead ? undefined : record;
}

/** A stylesheet of the journal’s style, for an edition that names it or needs pages. */
export function styleOf({ styles }: EditionContext, sheet: string): Style {
  const style = styles.get(sheet);
  if (!style) throw new Error(`An edition was made though ${sheet}.css was not read.`);
  return style;
}

/** Makes `once` of {@link EditionContext}: each function runs once, and its promise is kept for later callers. */
export function memoized(context: () => EditionContext): EditionContext['once'] {
  const done = new Map<unknown, Promise<unknown>>();
  return <T>(work: (context: EditionContext) => Promise<T>): Promise<T> => {
    const known = done.get(work) ?? work(context());
    done.set(work, known);
    return known as Promise<T>;
  };
}
