import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { doiAddress } from '../text/identifiers.ts';
import { canonicalOf, type PagePlace } from './page-place.ts';
import { invertedName, pageRange, peopleOf, wholeTitle } from './titles.ts';

/** A statement of Dublin Core; `lang` is the language of its words. */
export interface DublinCoreStatement {
  name: string;
  text: string;
  lang?: string | undefined;
}

/** An article in Dublin Core, for tags and for OAI alike: by the names of DCMI’s fifteen elements, without a prefix. */
export function dublinCore(issue: CitableIssue, article: CitableArticle, at: PagePlace): DublinCoreStatement[] {
  const { lang, translations, licence, doi } = article;
  const all: { name: string; text: string | undefined; lang?: string | undefined }[] = [
    { name: 'title', text: wholeTitle(article), lang },
    ...translations.map((one) => ({ name: 'title', text: one.title, lang: one.lang })),
    ...peopleOf(article, 'author').map((person) => ({ name: 'creator', text: invertedName(person) })),
    ...article.people
      .filter(({ role }) => role !== 'author')
      .map((person) => ({ name: 'contributor', text: invertedName(person) })),
    ...[article, ...translations].flatMap((one) =>
      (one.keywords ?? []).map((text) => ({ name: 'subject', text, lang: one.lang })),
    ),
    ...[article, ...translations].map((one) => ({
      name: 'description',
      text: one.abstract?.join(' '),
      lang: one.lang,
    })),
    { name: 'publisher', text: issue.journal.publisher.name },
    { name: 'date', text: article.published },
    { name: 'type', text: 'Text' },
    { name: 'format', text: 'text/html' },
    { name: 'identifier', text: canonicalOf(article.address, at) },
    { name: 'identifier', text: doi && doiAddress(doi) },
    { name: 'source', text: sourceOfArticle(issue, article) },
    { name: 'language', text: lang },
    ...article.relations.map(({ doi: other }) => ({ name: 'relation', text: other && doiAddress(other) })),
    { name: 'rights', text: article.copyright },
    { name: 'rights', text: licence?.address ?? licence?.name },
  ];
  return all.flatMap(({ name, text, lang: own }) => (text ? [{ name, text, lang: own }] : []));
}

/** The place that it is from, as OAI’s Dublin Core has it: `Annals; 3, 2 (2026); 44-46`. */
export function sourceOfArticle(
  { journal, isAhead, volume, number, date }: CitableIssue,
  article: CitableArticle,
): string {
  const year = (isAhead ? article.published : date).slice(0, 4);
  const count = isAhead ? `(${year})` : `${volume}, ${number} (${year})`;
  return [journal.title, count, pageRange(article.pages)].filter(Boolean).join('; ');
}
