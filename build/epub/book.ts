import { articleFile } from '../issue/ids.ts';
import { type IssueLine, issueLine } from '../issue/issue-line.ts';
import { licenceAddress } from '../issue/licence.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import { type Terms, type TermsBook, termsFor } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { contentsOf, type Entry } from './contents.ts';
import { articleMetadata, type Metadata, metadataOf } from './package/metadata.ts';
import { type PageBreak, pageBreaksOf } from './page-marks/page-breaks.ts';

/** What every template of the EPUB is told. */
export interface Book {
  issue: Issue;
  /** The article, where the book has one alone; `articles` are all that it has. */
  only: Article | undefined;
  articles: Article[];
  /** The house's words in the book's language, `lang`. */
  words: Terms;
  lang: string;
  /** The issue's volume, number and date in words. */
  line: IssueLine;
  metadata: Metadata;
  contents: Entry[];
  /** Where the pages of the print edition begin; empty where there is none. */
  pages: PageBreak[];
  /** The pages of the print edition by the ids of what stands on them. */
  folios: Readonly<Record<string, string>>;
  /** The first and last of each article, by its id. */
  extents: Readonly<Record<string, Pick<PageRecord['articles'][number], 'first' | 'last'>>>;
  /** Makes XHTML of a phrase's tree. */
  xhtml: typeof toXhtml;
  licenceAddress: typeof licenceAddress;
}

/** Gathers what the documents of an issue, or of one article of it, have in common; `record` is of the print edition, where there is one. */
export function bookOf(issue: Issue, terms: TermsBook, record?: PageRecord, only?: Article): Book {
  const lang = only?.lang ?? issue.journal.lang;
  const words = termsFor(terms, lang);
  const pages = record ? pageBreaksOf(issue, record, terms) : [];
  const path = only && articleFile(only.id);
  const metadata = metadataOf(issue, termsFor(terms, issue.journal.lang), record !== undefined);
  return {
    issue,
    only,
    articles: only ? [only] : issue.articles,
    words,
    lang,
    line: issueLine(issue, words),
    metadata: only ? articleMetadata(issue, only, metadata) : metadata,
    contents: contentsOf(issue, words, only),
    pages: path ? pages.filter(({ paths }) => paths.includes(path)) : pages,
    folios: record?.ids ?? {},
    extents: Object.fromEntries((record?.articles ?? []).map(({ id, first, last }) => [id, { first, last }])),
    xhtml: toXhtml,
    licenceAddress,
  };
}
