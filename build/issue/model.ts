import type { ElementContent, Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import type { VFile } from 'vfile';
import type { Located } from '../settings/located.ts';
import type { IssueCitations } from './citations.ts';
import type { IssueIndex, PlacedMark } from './index-model.ts';
import type { FrontMatter, IssueFacts, JournalFacts } from './schema.ts';

export type { Located } from '../settings/located.ts';
export type { FrontMatter, IssueFacts, JournalFacts } from './schema.ts';

/** An issue as the editors wrote it: read and validated, but not set. */
export interface IssueSource {
  /** Name of the folder in manuscripts/, e.g. `2015-1`. */
  folder: string;
  /** ASCII name of the issue's files, e.g. `ua-2015-1`. */
  slug: string;
  journal: Located<JournalFacts>;
  facts: Located<IssueFacts>;
  sections: { title?: string; manuscripts: Manuscript[] }[];
  /** Every file that was read, with its diagnostics. */
  files: VFile[];
}

/** A manuscript as its author sent it: front matter and Markdown. */
export interface Manuscript {
  /** File name without `.md`: names the article's files in every edition. */
  name: string;
  file: VFile;
  front: Located<FrontMatter>;
  /** Read when it is asked for, if an earlier build has read the rest. */
  readonly body: Markdown;
  /** The key of its text, path and name; undefined if nothing that is made of it can be kept. */
  key?: string | undefined;
}

/** A run of text with emphasis and the like, in HTML, beside its plain words. */
export interface Phrase {
  tree: ElementContent[];
  text: string;
}

/**
 * An issue in type: every text is a hast tree, numbered, with the right quotation marks and languages, but not yet in
 * pages.
 */
export interface Issue {
  folder: string;
  slug: string;
  journal: JournalFacts;
  facts: IssueFacts;
  /** The date of its editions, as they state it (`creationDate`). */
  made: Date;
  /** The issue's own texts, in type. */
  phrases: { theme?: Phrase; topics: Phrase[]; publishersNote?: Phrase[] };
  sections: Section[];
  /** The articles of all sections, in order. */
  articles: Article[];
  /** Every picture that the trees show, as `images/<name>`. */
  pictures: Picture[];
  /** The issue's own cover, if the editors give one; it is among the pictures. */
  cover?: Picture;
  /** The indexes that it asks for, in their order; their folios are not known yet. */
  indexes?: IssueIndex[];
  /** What its articles cite; undefined if they cannot. */
  citations?: IssueCitations;
  files: VFile[];
}

export interface Section {
  title?: Phrase;
  articles: Article[];
}

export interface Article {
  /** The file name without `.md`, in ASCII; unique in the issue (`article-names.ts`). */
  name: string;
  /** Made from its name; every id in the article's trees begins with it: `on-margins--fig-map` (`ids.ts`). */
  id: string;
  lang: string;
  front: FrontMatter;
  title: Phrase;
  subtitle?: Phrase;
  /** Paragraphs. */
  abstract: Phrase[];
  /** Title, abstract and keywords in other languages. */
  translations: { lang: string; title?: Phrase; abstract: Phrase[]; keywords: string[] }[];
  /** The calls of the notes to the title and, by index, to authors; undefined if there are none. */
  frontCalls?: FrontCalls;
  /** What front matter says of the article besides, in the order in which it is printed. */
  statements: Statement[];
  /** The author's note at the end: a paragraph for each author that has one. */
  bios: Phrase[];
  /** Blocks of text. A call is `<a class="call" href="#on-margins--note-2" id="on-margins--call-2">2</a>`. */
  body: Root;
  /** Those to title and authors, then the others in order of first call. */
  notes: Note[];
  /** Long descriptions of figures, for readers who cannot see them; they are not printed. */
  descriptions?: FigureDescription[];
  /** Headings in order, as contents and cross-references name them. */
  headings: Heading[];
  /** The marks for indexes in its text and its notes, in their order. */
  indexMarks?: PlacedMark[];
  file: VFile;
  /**
   * The key of all that the article in type was made of, for what is made of it in turn; undefined if nothing is kept.
   * Folios, and the bytes of its pictures, are not in it.
   */
  key?: string | undefined;
}

/** Something that is said of an article besides its text; its name is that of its label among the words. */
export interface Statement {
  name: StatementName;
  /** Where it stands: below the byline, or below the text. */
  place: 'opening' | 'end';
  paragraphs: Phrase[];
}

export type StatementName =
  | 'corrects'
  | 'retracts'
  | 'concerns'
  | 'corrected-by'
  | 'reviewed'
  | 'interviewer'
  | 'interviewee'
  | 'translation'
  | 'original'
  | 'contributions'
  | 'acknowledgements'
  | 'funding'
  | 'competing-interests'
  | 'data-availability';

export interface Note {
  /** Counted from 1; 0 for a note with a sign. */
  number: number;
  /** The sign of a note to the title or to an author, in place of a number: `*`. */
  sign?: string;
  /** `on-margins--note-2` */
  id: string;
  /** Ids of the calls, in order; at least one. */
  calls: string[];
  /** Blocks. */
  body: ElementContent[];
}

/** Calls of notes as they stand behind a title and behind the names of authors. */
export interface FrontCalls {
  title: ElementContent[];
  authors: ElementContent[][];
}

export interface FigureDescription {
  /** Id of the figure. */
  figure: string;
  /** Blocks. */
  body: ElementContent[];
}

export interface Heading {
  id: string;
  /** 2, 3 … as in the HTML. */
  level: number;
  title: Phrase;
}

/** A picture that an article or the issue shows, made safe for every edition. */
export interface Picture {
  /** Unique ASCII file name in the editions, e.g. `on-margins--way.svg`. */
  name: string;
  /** Its name in the manuscript. */
  named?: string;
  mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
  data: Uint8Array;
  /** In CSS pixels. */
  width: number;
  height: number;
}
