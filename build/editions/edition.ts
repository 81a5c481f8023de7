import type { VFile } from 'vfile';
import type { Chrome } from '../browser/browser.ts';
import type { CheckedFile } from '../check/editions/checked.ts';
import type { FinishedFile } from '../check/editions/read-editions.ts';
import type { Preflighter } from '../check/pdf/preflight-aside.ts';
import type { Validated } from '../check/vera/vera.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { InType } from '../in-type/set-in-type.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Style } from '../styles/style.ts';
import type { Pages } from './pages.ts';

/**
 * A form that an issue is published in. Its record is all that a build, a check, `--only`, the help and `dist/` know of
 * it. The file of a record imports what makes and checks the edition only when it is asked to: whoever does not want
 * the edition does not wait for it.
 */
export interface Edition {
  /** How `--only` calls it. */
  name: string;
  /** What it is, in the help: `the pages for the printer, PDF/X-4`. */
  about: string;
  /** What it is made of: the issue in type alone, or its printed pages, too. */
  needs: 'tree' | 'pages';
  /** Whether pages are printed for it although it can be made without: it says on which page things stand. */
  wantsPages?(options: EditionOptions): boolean;
  /** Whether it is made beside any edition that needs pages, and not by its name. */
  goesWithPages?: true;
  /**
   * The stylesheet of its own that each style has for it: `epub` for `epub.css`. That of the printed pages needs no
   * mention.
   */
  sheet?: string;
  /** Whether it goes to the press, so that what the journal says of printing is read. */
  toPress?: true;
  /** The editions that are made and checked before it, where they are asked for: it looks at what came of them. */
  after?: readonly string[];
  /** The names of the stages in which it is made and checked, for whoever waits. */
  stages: { make: string; check: string };
  /** Whether a file is its own, by the path in an issue’s folder, however the issue is called. */
  has(path: string): boolean;
  /** What can be loaded or made ready while the browser prints pages. */
  ahead?: readonly ((given: Given) => Promise<unknown>)[];
  /** Makes its files. What is wrong is reported on the files. Throws TemplateError, StyleError, BrowserDied. */
  make(given: Given): Promise<Made[]>;
  /**
   * Holds its files to what they have to be, those that were just made or those that lie in `dist/`. What is wrong is
   * reported on them or on the files; what they were held to is returned, for the report of a check. An edition
   * that no rule is for has none.
   */
  check?(files: readonly EditionFile[], given: Given): Promise<CheckedFile[]>;
}

/** What a user can ask of editions beside their names. */
export interface EditionOptions {
  /** Whether each article gets an EPUB of its own, too. */
  articles: boolean;
}

/** What the makers and the checkers of editions are given: the issue in type, and what there is beside it. */
export interface Given extends InType, EditionOptions {
  /** The pages as the browser printed them; undefined where none were made, and in a check of finished editions. */
  pages: Pages | undefined;
  /** On which page everything stands; undefined where there are no pages. */
  record: PageRecord | undefined;
  /** The files of the editions that were made before, by the names of these. */
  made: ReadonlyMap<string, readonly Made[]>;
  /** Starts the browser, or hands over the one that runs. Throws BrowserMissing. */
  chrome: () => Promise<Chrome>;
  /** Tells of a step of a check that takes its time. */
  stage: Stage;
  /** Whether all is asked that can be, of other programs, too: of finished editions, and in a strict build. */
  isThorough: boolean;
  /** What the check of finished editions has beside; undefined in a build. */
  finished: FinishedMeans | undefined;
  /** Does work that several editions share, or that was begun ahead: once for all who ask for the same function. */
  once<T>(work: (given: Given) => Promise<T>): Promise<T>;
}

/** What finished editions are checked with. */
export interface FinishedMeans {
  /** Looks at PDFs in another process: they may be anybody’s by now. */
  preflighter: Preflighter;
  /** Takes up the PDFs for readers, which veraPDF is asked about when all issues are done. */
  tagged: (Validated & { checked: CheckedFile })[];
}

/** A file that an edition has made. */
export interface Made {
  /** In the folder, with `/`. */
  path: string;
  bytes: Uint8Array;
  /** The words of each page, where its pages are those that were made up. */
  texts?: readonly string[];
  /** What is worth knowing of it, a line. */
  told?: string;
  /** Reports what making it has found that belongs to no manuscript, on what stands for the file. */
  report?: (file: VFile) => void;
}

/** A file of an edition that is to be checked. */
export interface EditionFile extends FinishedFile {
  /** The words of each page, if it was just made. */
  texts?: readonly string[] | undefined;
}

/** The pages of an issue, for an edition that needs them. */
export function pagesOf({ pages }: Given): Pages {
  if (!pages) throw new Error('An edition that needs pages was made without them.');
  return pages;
}

/** A stylesheet of the journal’s style, for an edition that names it or needs pages. */
export function styleOf({ styles }: Given, sheet: string): Style {
  const style = styles.get(sheet);
  if (!style) throw new Error(`An edition was made though ${sheet}.css was not read.`);
  return style;
}

/** What {@link Given} holds as `once`. */
export function remembering(given: () => Given): Given['once'] {
  const done = new Map<unknown, Promise<unknown>>();
  return <T>(work: (given: Given) => Promise<T>): Promise<T> => {
    const known = done.get(work) ?? work(given());
    done.set(work, known);
    return known as Promise<T>;
  };
}
