import type { Element } from 'xast';
import type { CitableArticle, CitableIssue } from '../../citable/citable.ts';
import { x, xText } from '../xml.ts';
import { citationList } from './citations.ts';
import { crossrefDate, publicationDates } from './dates.ts';
import { contributors } from './people.ts';
import { crossmark, funding, licence, relations } from './programs.ts';

/** An article, in the order of Crossref’s schema. It has a DOI and an address. */
export function journalArticle(article: CitableArticle, issue: CitableIssue, policy: string | undefined): Element {
  const { journal, isAhead, date } = issue;
  const { pages, doi, address = '', pdf } = article;
  const marked = crossmark(article, policy);
  return x(
    'journal_article',
    { publication_type: 'full_text', language: crossrefLanguage(article.lang) },
    titles(article),
    contributors(article),
    abstracts(article),
    publicationDates(article.published, isAhead ? undefined : date, journal.issn),
    article.accepted && crossrefDate('acceptance_date', article.accepted),
    pages && x('pages', {}, x('first_page', {}, pages.first), x('last_page', {}, pages.last)),
    marked ?? [funding(article), licence(article)],
    relations(article),
    x('doi_data', {}, xText('doi', doi), x('resource', {}, address), pdf && fullText(pdf)),
    citationList(article.references),
  );
}

/** The title, and those in other languages: each in an element of its own. */
function titles({ title, subtitle, translations }: CitableArticle): Element[] {
  const others = translations.flatMap((one) => one.title ?? []).slice(0, 19);
  return [
    x('titles', {}, x('title', {}, title), xText('subtitle', subtitle)),
    ...others.map((other) => x('titles', {}, x('title', {}, other))),
  ];
}

function abstracts({ lang, abstract, translations }: CitableArticle): Element[] {
  return [{ lang, abstract }, ...translations].flatMap((one) =>
    one.abstract && one.abstract.length > 0
      ? [
          x(
            'jats:abstract',
            { 'xml:lang': one.lang },
            one.abstract.map((paragraph) => x('jats:p', {}, paragraph)),
          ),
        ]
      : [],
  );
}

/** Where programs that compare or mine texts find the PDF. */
function fullText(pdf: string): Element[] {
  const resource = x('resource', { mime_type: 'application/pdf' }, pdf);
  return [
    x('collection', { property: 'crawler-based' }, x('item', { crawler: 'iParadigms' }, resource)),
    x('collection', { property: 'text-mining' }, x('item', {}, resource)),
  ];
}

/** Crossref knows languages by their code of two letters. */
export function crossrefLanguage(lang: string): string | undefined {
  const [base = ''] = lang.split('-');
  return base.length === 2 ? base : undefined;
}
