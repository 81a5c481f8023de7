import type { CitableArticle, CitableIssue } from '../../citable/citable.ts';
import { jsonFile } from '../json-file.ts';

/** DOAJ shows no more than these. */
export const maxKeywords = 6;

/**
 * The articles of an issue for DOAJ, as a list that its interface for bulk uploads takes (API 4, `/api/bulk/articles`).
 * Title and abstract are in the article’s language: an entry has one of each.
 */
export function doajArticles(issue: CitableIssue): Uint8Array {
  return jsonFile(issue.articles.map((article) => doajArticle(article, issue)));
}

function doajArticle(article: CitableArticle, { journal, isAhead, volume, number }: CitableIssue): object {
  const { title, subtitle, abstract, keywords, people, pages, doi, address, pdf } = article;
  const [year, month] = article.published.split('-');
  const identifier = [
    { type: 'doi', id: doi },
    { type: 'pissn', id: journal.issn.print },
    { type: 'eissn', id: journal.issn.online },
  ].filter(({ id }) => id !== undefined);
  const link = [
    { type: 'fulltext', content_type: 'HTML', url: address },
    { type: 'fulltext', content_type: 'PDF', url: pdf },
  ].filter(({ url }) => url !== undefined);
  return {
    // By it DOAJ tells the publisher’s records apart.
    admin: { publisher_record_id: article.name },
    bibjson: {
      title: subtitle ? `${title}: ${subtitle}` : title,
      abstract: abstract.join('\n\n') || undefined,
      year,
      month: month && String(Number(month)),
      author: people
        .filter(({ role }) => role === 'author')
        .map(({ name, orcid, institutions }) => ({
          name,
          affiliation: institutions.flatMap((one) => one.name ?? []).join('; ') || undefined,
          orcid_id: orcid && `https://orcid.org/${orcid}`,
        })),
      identifier,
      journal: {
        title: journal.title,
        publisher: journal.publisher.name,
        ...(isAhead ? {} : { volume, number }),
        start_page: pages?.first,
        end_page: pages?.last,
        language: [article.lang.split('-')[0]?.toUpperCase()],
      },
      keywords: keywords.slice(0, maxKeywords),
      link,
    },
  };
}
