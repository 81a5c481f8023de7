import { articleFile } from '../issue/ids.ts';
import { type IssueLine, issueLine } from '../issue/issue-line.ts';
import { licenceAddress, licenceName } from '../issue/licence.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import { type BookIndex, bookIndexes } from '../reflow/book-indexes.ts';
import { type PageBreak, pageBreaksOf } from '../reflow/page-marks/page-breaks.ts';
import { type Terms, type TermsBook, termsFor } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { type ContentsEntry, contentsOf } from './contents.ts';
import { articleMetadata, type Metadata, metadataOf } from './package/metadata.ts';

/** The data that every template of the EPUB gets. */
export interface Book {
  issue: Issue;
  /** The article, where the book has only one; `articles` are then that one. */
  only: Article | undefined;
  articles: Article[];
  /** The theme's words in the book's language, `lang`. */
  words: Terms;
  lang: string;
  /** The issue's volume, number and date in words. */
  line: IssueLine;
  metadata: Metadata;
  contents: ContentsEntry[];
  /** The indexes; none in the book of an article. */
  indexes: BookIndex[];
  /** The beginnings of the printed pages; empty where there is no print edition. */
  pages: PageBreak[];
  /** The folios of the print edition, by the ids of the elements on each page. */
  folios: Readonly<Record<string, string>>;
  /** The first and last folio of each article, by its id. */
  extents: Readonly<Record<string, Pick<PageRecord['articles'][number], 'first' | 'last'>>>;
  /** Turns a phrase's tree into XHTML. */
  xhtml: typeof toXhtml;
  licenceAddress: typeof licenceAddress;
  licenceName: typeof licenceName;
}

/**
 * Gathers the data that all documents of a book share. `record` is of the print edition, if there is one; `only` is the
 * article of a book of its own.
 */
export function bookOf(issue: Issue, terms: TermsBook, record?: PageRecord, only?: Article): Book {
  const lang = only?.lang ?? issue.journal.lang;
  const words = termsFor(terms, lang);
  const pages = record ? pageBreaksOf(issue, record, terms) : [];
  const path = only && articleFile(only.id);
  const metadata = metadataOf(issue, termsFor(terms, issue.journal.lang), record !== undefined, terms.languages);
  return {
    issue,
    only,
    articles: only ? [only] : issue.articles,
    words,
    lang,
    line: issueLine(issue, words),
    metadata: only ? articleMetadata(issue, only, metadata, terms.languages) : metadata,
    contents: contentsOf(issue, words, only),
    indexes: only ? [] : bookIndexes(issue, record?.ids ?? {}),
    pages: path ? pages.filter(({ paths }) => paths.includes(path)) : pages,
    folios: record?.ids ?? {},
    extents: Object.fromEntries((record?.articles ?? []).map(({ id, first, last }) => [id, { first, last }])),
    xhtml: toXhtml,
    licenceAddress,
    licenceName,
  };
}
