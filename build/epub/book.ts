import { type IssueLine, issueLine } from '../issue/issue-line.ts';
import { licenceAddress } from '../issue/licence.ts';
import type { Issue } from '../issue/model.ts';
import { type Terms, type TermsBook, termsFor } from '../terms.ts';
import { toXhtml } from '../xhtml.ts';
import { contentsOf, type Entry } from './contents.ts';
import { type Metadata, metadataOf } from './metadata.ts';

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
  /** Makes XHTML of a phrase's tree. */
  xhtml: typeof toXhtml;
  licenceAddress: typeof licenceAddress;
}

/** Gathers what the documents of an issue have in common. */
export function bookOf(issue: Issue, terms: TermsBook): Book {
  const { lang } = issue.journal;
  const words = termsFor(terms, lang);
  return {
    issue,
    words,
    lang,
    line: issueLine(issue, words),
    metadata: metadataOf(issue, words),
    contents: contentsOf(issue, words),
    xhtml: toXhtml,
    licenceAddress,
  };
}
