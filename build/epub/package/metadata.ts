import { issueIdentifier, printIdentifier, uuidOf } from '../../issue/identifier.ts';
import { issueLine } from '../../issue/issue-line.ts';
import { licenceAddress } from '../../issue/licence.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { Terms } from '../../theme/terms.ts';
import { authorsOf, editorsOf, type Person } from './people.ts';
import { sortTitle } from './sort-name.ts';

/** What the package document says of the issue; what is not known is undefined or empty. */
export interface Metadata {
  identifier: string;
  doi: string | undefined;
  /** `Galley, Vol. 1, No. 1, 2026`: a shelf shows the first title only, and it has to tell issues apart. */
  title: string;
  titleFileAs: string;
  theme: string | undefined;
  journal: string;
  journalFileAs: string;
  issn: { print?: string | undefined; online?: string | undefined };
  volume: string;
  number: string;
  /** `12.1`, where volume and number are numbers. */
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
  /** The print edition whose pages are marked: its identifier, and what it is called. */
  print: { identifier: string; name: string } | undefined;
}

/** Gathers the issue's metadata; `words` are those of the journal's language. `hasPages` is whether pages of a print edition are marked. */
export function metadataOf(issue: Issue, words: Terms, hasPages: boolean): Metadata {
  const { journal, facts, phrases, articles } = issue;
  const { title, lang, issn, license, copyright } = journal;
  const { volume, number } = facts;
  const isCounted = /^\d+$/.test(volume) && /^\d+$/.test(number);
  const journalFileAs = sortTitle(title, lang);
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
    creators: editorsOf(issue),
    contributors: authorsOf(issue.articles),
    publisher: journal.publisher.name,
    date: facts.date,
    rights: [copyright, license].filter((part) => part !== undefined).join('. ') || undefined,
    licence: license && licenceAddress(license),
    description: journal.description,
    subjects: distinct([
      ...phrases.topics.map((topic) => topic.text),
      ...articles.flatMap((article) => article.front.keywords ?? []),
    ]),
    print: hasPages
      ? { identifier: printIdentifier(issue), name: issn?.print ? `${name} (ISSN ${issn.print})` : name }
      : undefined,
  };
}

/** The metadata of one article that has a book of its own; `whole` is that of its issue. */
export function articleMetadata(issue: Issue, article: Article, whole: Metadata): Metadata {
  const { front, lang, title, translations } = article;
  const { license = issue.journal.license } = front;
  return {
    ...whole,
    // As the PDF of the article has it.
    identifier: `urn:uuid:${uuidOf(`${whole.identifier}/${article.name}`)}`,
    doi: front.doi,
    title: title.text,
    titleFileAs: sortTitle(title.text, lang),
    theme: article.subtitle?.text,
    languages: [...new Set([lang, ...translations.map((translation) => translation.lang)])],
    creators: authorsOf([article]),
    contributors: editorsOf(issue),
    rights: [issue.journal.copyright, license].filter((part) => part !== undefined).join('. ') || undefined,
    licence: license && licenceAddress(license),
    description: article.abstract.map(({ text }) => text).join(' ') || undefined,
    subjects: distinct(front.keywords ?? []),
  };
}

/** Of the journal, its articles and their abstracts; a foreign word in a text does not make the issue one in that language. */
function languagesOf({ journal, articles }: Issue): string[] {
  const others = articles.flatMap(({ lang, translations }) => [
    lang,
    ...translations.map((translation) => translation.lang),
  ]);
  return [...new Set([journal.lang, ...others])];
}

/** The first of each text, however it is capitalised. */
function distinct(texts: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const text of texts) if (!found.has(text.toLowerCase())) found.set(text.toLowerCase(), text);
  return [...found.values()];
}
