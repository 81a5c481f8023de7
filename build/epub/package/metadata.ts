import { issueIdentifier, printIdentifier, uuidOf } from '../../issue/identifier.ts';
import { issueLine } from '../../issue/issue-line.ts';
import { licenceAddress } from '../../issue/licence.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { Languages } from '../../languages/languages.ts';
import { sortTitle } from '../../languages/sort-title.ts';
import { withoutRepetition } from '../../text/without-repetition.ts';
import type { Terms } from '../../theme/terms.ts';
import { authorsOf, editorsOf, type Person } from './people.ts';

/** The metadata in the package document; an unknown value is undefined or empty. */
export interface Metadata {
  identifier: string;
  doi: string | undefined;
  /**
   * `Galley, Vol. 1, No. 1, 2026`: reading systems list a book by its first title only, so that has to tell issues
   * apart.
   */
  title: string;
  titleFileAs: string;
  theme: string | undefined;
  journal: string;
  journalFileAs: string;
  issn: { print?: string | undefined; online?: string | undefined };
  /** Undefined for an article ahead of its issue. */
  volume: string | undefined;
  number: string | undefined;
  /** `12.1`; undefined where volume or number is not a number. */
  position: string | undefined;
  languages: string[];
  creators: Person[];
  contributors: Person[];
  publisher: string;
  date: string;
  rights: string | undefined;
  licence: string | undefined;
  description: string | undefined;
  subjects: string[];
  /** The print edition whose pages are marked: its identifier and its name. */
  print: { identifier: string; name: string } | undefined;
}

/**
 * Gathers the issue's metadata. `words` are those of the journal's language; `hasPages` is true if pages of a print
 * edition are marked.
 */
export function metadataOf(issue: Issue, words: Terms, hasPages: boolean, languages: Languages): Metadata {
  const { journal, facts, phrases, articles } = issue;
  const { title, lang, issn, license, copyright } = journal;
  const { volume, number } = facts;
  const isCounted = /^\d+$/.test(volume) && /^\d+$/.test(number);
  const journalFileAs = sortTitle(title, lang, languages);
  const name = `${title}, ${issueLine(issue, words).short}, ${facts.date.slice(0, 4)}`;
  const place = [volume, number].map((part) => part.padStart(3, '0')).join('.');
  return {
    identifier: issueIdentifier(issue),
    doi: facts.doi,
    title: name,
    titleFileAs: `${journalFileAs} ${place}`,
    theme: phrases.theme?.text,
    journal: title,
    journalFileAs,
    issn: issn ?? {},
    volume,
    number,
    position: isCounted ? `${volume}.${number}` : undefined,
    languages: languagesOf(issue),
    creators: editorsOf(issue, languages),
    contributors: authorsOf(issue.articles, languages),
    publisher: journal.publisher.name,
    date: facts.date,
    rights: [copyright, license].filter((part) => part !== undefined).join('. ') || undefined,
    licence: license && licenceAddress(license),
    description: journal.description,
    subjects: withoutRepetition([
      ...phrases.topics.map((topic) => topic.text),
      ...articles.flatMap((article) => article.front.keywords ?? []),
    ]),
    print: hasPages
      ? { identifier: printIdentifier(issue), name: issn?.print ? `${name} (ISSN ${issn.print})` : name }
      : undefined,
  };
}

/** The metadata of a book of one article; `whole` is that of its issue. */
export function articleMetadata(issue: Issue, article: Article, whole: Metadata, languages: Languages): Metadata {
  const { front, lang, title, translations } = article;
  const { license = issue.journal.license } = front;
  return {
    ...whole,
    // The same identifier as in the PDF of the article.
    identifier: `urn:uuid:${uuidOf(`${whole.identifier}/${article.name}`)}`,
    ...(issue.facts.ahead ? ofNoIssue(issue, front.published) : {}),
    doi: front.doi,
    title: title.text,
    titleFileAs: sortTitle(title.text, lang, languages),
    theme: article.subtitle?.text,
    languages: [...new Set([lang, ...translations.map((translation) => translation.lang)])],
    creators: authorsOf([article], languages),
    contributors: editorsOf(issue, languages),
    rights: [issue.journal.copyright, license].filter((part) => part !== undefined).join('. ') || undefined,
    licence: license && licenceAddress(license),
    description: article.abstract.map(({ text }) => text).join(' ') || undefined,
    subjects: withoutRepetition(front.keywords ?? []),
  };
}

/** The metadata of an article that came before its issue. */
function ofNoIssue({ facts }: Issue, published = facts.date): Partial<Metadata> {
  return { volume: undefined, number: undefined, position: undefined, date: published };
}

/** The languages of the journal, its articles and their abstracts. A foreign word in a text does not count. */
function languagesOf({ journal, articles }: Issue): string[] {
  const others = articles.flatMap(({ lang, translations }) => [
    lang,
    ...translations.map((translation) => translation.lang),
  ]);
  return [...new Set([journal.lang, ...others])];
}
