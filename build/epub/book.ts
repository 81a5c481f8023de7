import { type IssueLine, issueLine } from '../issue/issue-line.ts';
import { licenceAddress } from '../issue/licence.ts';
import type { Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import { type Terms, type TermsBook, termsFor } from '../terms.ts';
import { toXhtml } from '../xhtml.ts';
import { contentsOf, type Entry } from './contents.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { type PageBreak, pageBreaksOf } from './page-breaks.ts';

/** What every template of the EPUB is told. */
export interface Book {
  issue: Issue;
  /** The house's words in the journal's language, `lang`. */
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
  /** Makes XHTML of a phrase's tree. */
  xhtml: typeof toXhtml;
  licenceAddress: typeof licenceAddress;
}

/** Gathers what the documents of an issue have in common; `record` is of the print edition, where there is one. */
export function bookOf(issue: Issue, terms: TermsBook, record?: PageRecord): Book {
  const { lang } = issue.journal;
  const words = termsFor(terms, lang);
  return {
    issue,
    words,
    lang,
    line: issueLine(issue, words),
    metadata: metadataOf(issue, words, record !== undefined),
    contents: contentsOf(issue, words),
    pages: record ? pageBreaksOf(issue, record, terms) : [],
    folios: record?.ids ?? {},
    xhtml: toXhtml,
    licenceAddress,
  };
}
