import { issueIdentifier, uuidOf } from '../issue/identifier.ts';
import { issueLine } from '../issue/issue-line.ts';
import { licenceAddress } from '../issue/licence.ts';
import type { Article, Issue } from '../issue/model.ts';
import { withoutRepetition } from '../text/without-repetition.ts';
import type { Terms } from '../theme/terms.ts';

/** The facts that a PDF states about itself; unknown ones are undefined or empty. */
export interface DocumentFacts {
  title: string;
  /** The creators, in order: the authors of an article, the editors of an issue. */
  creators: string[];
  description: string | undefined;
  keywords: string[];
  publisher: string;
  /** The owner of the rights, and the licence, in words. */
  rights: string | undefined;
  /** The licence’s address. */
  licence: string | undefined;
  /** The main language first. */
  languages: string[];
  /** The date of the edition, from the issue’s date and never from the clock. */
  date: Date;
  doi: string | undefined;
  /** `urn:uuid:…`, the same for all editions of one work. */
  identifier: string;
  journal: string;
  issn: { print?: string | undefined; online?: string | undefined };
  /** Undefined for an article ahead of its issue. */
  volume: string | undefined;
  number: string | undefined;
  /** `September 2015` */
  coverDate: string | undefined;
  /** The folios of an article; undefined for one ahead of its issue. */
  pages: { first: string; last: string } | undefined;
}

/** The facts of an issue’s PDF. `words` are those of the journal’s language. */
export function describeIssue(issue: Issue, words: Terms): DocumentFacts {
  const { journal, facts, phrases, articles } = issue;
  const line = issueLine(issue, words);
  return {
    ...common(issue, words),
    title: `${journal.title}, ${line.short}`,
    creators: journal.editors.map(({ name }) => name),
    description: phrases.theme?.text ?? journal.description,
    keywords: withoutRepetition([
      ...phrases.topics.map(({ text }) => text),
      ...articles.flatMap(({ front }) => front.keywords ?? []),
    ]),
    rights: rightsOf(journal.copyright, journal.license),
    licence: journal.license && licenceAddress(journal.license),
    languages: [
      ...new Set([journal.lang, ...articles.flatMap(({ lang, translations }) => [lang, ...translations.map(langOf)])]),
    ],
    doi: facts.doi,
    identifier: issueIdentifier(issue),
    pages: undefined,
  };
}

/** The facts of an article’s PDF. `pages` are its first and last folio. */
export function describeArticle(
  issue: Issue,
  article: Article,
  words: Terms,
  pages: { first: string; last: string },
): DocumentFacts {
  const { front, lang, translations } = article;
  const { journal } = issue;
  const license = front.license ?? journal.license;
  return {
    ...common(issue, words),
    title: [article.title.text, article.subtitle?.text].filter(Boolean).join(': '),
    creators: front.authors.map(({ name }) => name),
    description: article.abstract.map(({ text }) => text).join(' ') || undefined,
    keywords: withoutRepetition(front.keywords ?? []),
    rights: rightsOf(journal.copyright, license),
    licence: license && licenceAddress(license),
    languages: [...new Set([lang, ...translations.map(langOf)])],
    doi: front.doi,
    identifier: `urn:uuid:${uuidOf(`${issueIdentifier(issue)}/${article.name}`)}`,
    ...(issue.facts.ahead ? { volume: undefined, number: undefined, coverDate: undefined } : {}),
    pages: issue.facts.ahead ? undefined : pages,
  };
}

function common(issue: Issue, words: Terms) {
  const { journal, facts } = issue;
  return {
    publisher: journal.publisher.name,
    date: issue.made,
    journal: journal.title,
    issn: journal.issn ?? {},
    volume: facts.volume,
    number: facts.number,
    coverDate: issueLine(issue, words).date,
  };
}

const langOf = ({ lang }: { lang: string }): string => lang;

function rightsOf(copyright: string | undefined, license: string | undefined): string | undefined {
  return [copyright, license].filter((part) => part !== undefined).join('. ') || undefined;
}
