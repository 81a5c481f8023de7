import type { CitableArticle, CitableIssue, CitablePerson } from '../citable/citable.ts';
import type { CslDate, CslItem, CslName } from '../references/item.ts';
import { pageRange, peopleOf, wholeTitle } from './titles.ts';

/**
 * An article as a work that others cite, in CSL-JSON. The publisher’s place is left out: some styles would print it
 * to tell journals of one name apart.
 */
export function articleItem(issue: CitableIssue, article: CitableArticle, address?: string): CslItem {
  const { journal, isAhead, volume, number, date } = issue;
  const { lang, doi, abstract, keywords } = article;
  const [reviewed] = article.relations.filter(({ kind }) => kind === 'reviews');
  const item = {
    id: keyOfArticle(issue, article),
    type: 'article-journal',
    language: lang,
    title: wholeTitle(article),
    author: namesOf(peopleOf(article, 'author')),
    translator: namesOf(peopleOf(article, 'translator')),
    interviewer: namesOf(peopleOf(article, 'interviewer')),
    'reviewed-title': reviewed?.title,
    'container-title': journal.title,
    'container-title-short': journal.short === journal.title ? undefined : journal.short,
    volume: isAhead ? undefined : volume,
    issue: isAhead ? undefined : number,
    page: pageRange(article.pages),
    issued: dateOf(isAhead ? article.published : date),
    publisher: journal.publisher.name,
    DOI: doi,
    URL: address ?? article.address,
    ISSN: journal.issn.online ?? journal.issn.print,
    abstract: abstract.join('\n\n') || undefined,
    keyword: keywords.join(', ') || undefined,
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CslItem;
}

/** The key by which a bibliography knows the article: the name of its issue’s files, and its own. */
export function keyOfArticle({ slug }: CitableIssue, { name }: CitableArticle): string {
  return `${slug}-${name}`;
}

function namesOf(people: readonly CitablePerson[]): CslName[] | undefined {
  if (people.length === 0) return undefined;
  return people.map(({ name, given, family, suffix }) =>
    family ? { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) } : { literal: name },
  );
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}
