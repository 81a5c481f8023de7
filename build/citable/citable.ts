import type { VFile } from 'vfile';
import type { Author } from '../issue/schema.ts';
import type { CslItem } from '../references/item.ts';

/*
 * The facts that catalogues, archives and readers who cite have of an issue: each once, found in one place, for all who
 * hand them on. Texts are plain: no markup, no characters without a width, ordinary spaces.
 */

/** An issue, as it is cited. */
export interface CitableIssue {
  journal: CitableJournal;
  /** The folder in manuscripts/. */
  folder: string;
  /** What its files are called: `ua-2015-1`. */
  slug: string;
  volume: string;
  number: string;
  /** The number in all that appeared. */
  whole?: string | undefined;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  theme?: string | undefined;
  doi?: string | undefined;
  /** The address of its page. */
  address?: string | undefined;
  /** True while it is not out: it has no volume and no pages to cite. */
  isAhead: boolean;
  /** How often its data were deposited, this time included. */
  depositVersion: number;
  /** The date of its editions, as they state it. */
  made: Date;
  sections: CitableSection[];
  /** Those of all sections, in order; while the issue is ahead, only those that appeared. */
  articles: CitableArticle[];
  /** Those that have not appeared, of an issue that is ahead: no data for others have them yet. */
  coming: CitableArticle[];
}

export interface CitableJournal {
  title: string;
  short: string;
  lang: string;
  issn: { print?: string | undefined; online?: string | undefined };
  publisher: { name: string; place?: string | undefined; country?: string | undefined };
  description?: string | undefined;
  website?: string | undefined;
}

export interface CitableSection {
  title?: string | undefined;
  abbreviation?: string | undefined;
  articles: CitableArticle[];
}

/** An article, as it is cited. */
export interface CitableArticle extends CitableWords {
  /** Its id in the issue. */
  id: string;
  /** The name of its files. */
  name: string;
  kind: string;
  subtitle?: string | undefined;
  people: CitablePerson[];
  doi?: string | undefined;
  /** The address of its page, where its DOI leads. */
  address?: string | undefined;
  /** The address of its PDF. */
  pdf?: string | undefined;
  /** By the page record; undefined where there is none, and while the issue is ahead. */
  pages?: { first: string; last: string } | undefined;
  /** YYYY, YYYY-MM or YYYY-MM-DD: its own date, or that of its issue. */
  published: string;
  received?: string | undefined;
  accepted?: string | undefined;
  licence?: { name: string; address?: string | undefined } | undefined;
  /** `© 2026 The authors` */
  copyright?: string | undefined;
  /** Grants; of a text on funding, none is known. */
  funding: CitableGrant[];
  references: CitableReference[];
  relations: CitableRelation[];
  /** Title, abstract and keywords in other languages. */
  translations: Partial<CitableWords>[];
  /** The manuscript. */
  file: VFile;
}

/** The words that describe an article, in one language. */
export interface CitableWords {
  lang: string;
  title: string;
  /** Paragraphs. */
  abstract: string[];
  keywords: string[];
}

export interface CitablePerson {
  role: 'author' | 'translator' | 'interviewer' | 'interviewee';
  /** As it is printed, without a title. */
  name: string;
  given?: string | undefined;
  /** Undefined for a body, and for a name of one part. */
  family?: string | undefined;
  suffix?: string | undefined;
  /** True where the family name is written first, without a comma. */
  isFamilyFirst: boolean;
  /** `Dr` */
  honorific?: string | undefined;
  orcid?: string | undefined;
  email?: string | undefined;
  bio?: string | undefined;
  isCorresponding: boolean;
  /** What an author did, by CRediT. */
  credit: NonNullable<Author['roles']>;
  institutions: CitableInstitution[];
}

export interface CitableInstitution {
  name?: string | undefined;
  country?: string | undefined;
  ror?: string | undefined;
}

export interface CitableGrant {
  funder: string;
  ror?: string | undefined;
  award?: string | undefined;
}

/** A work that an article cites: what is known of it, or its entry as it is printed. */
export interface CitableReference {
  /** Unique in the article. */
  key: string;
  item?: CslItem | undefined;
  text?: string | undefined;
  doi?: string | undefined;
}

/** A relation of an article to another work. */
export interface CitableRelation {
  kind: 'reviews' | 'corrects' | 'retracts' | 'concerns' | 'corrected-by' | 'translates';
  title: string;
  doi?: string | undefined;
  isbn?: string | undefined;
  date?: string | undefined;
}
