import type { Element } from 'xast';
import type { CitableArticle, CitableIssue } from '../../citable/citable.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import { citationList } from './citations.ts';
import { crossrefDate, publicationDates } from './dates.ts';
import { contributors } from './people.ts';
import { crossmark, funding, licence, relations } from './programs.ts';

/** An article, in the order of Crossref’s schema. It has a DOI and an address. */
export function journalArticle(article: CitableArticle, issue: CitableIssue, policy: string | undefined): Element {
  const { journal, isAhead, date } = issue;
  const { pages, doi, address = '', pdf } = article;
  const marked = crossmark(article, policy);
  return element(
    'journal_article',
    { publication_type: 'full_text', language: crossrefLanguage(article.lang) },
    titles(article),
    contributors(article),
    abstracts(article),
    publicationDates(article.published, isAhead ? undefined : date, journal.issn),
    article.accepted && crossrefDate('acceptance_date', article.accepted),
    pages && element('pages', {}, element('first_page', {}, pages.first), element('last_page', {}, pages.last)),
    marked ?? [funding(article), licence(article)],
    relations(article),
    element('doi_data', {}, elementIfAny('doi', {}, doi), element('resource', {}, address), pdf && fullText(pdf)),
    citationList(article.references),
  );
}

/** The title, and those in other languages: each in an element of its own. */
function titles({ title, subtitle, translations }: CitableArticle): Element[] {
  const others = translations.flatMap((one) => one.title ?? []).slice(0, 19);
  return [
    element('titles', {}, element('title', {}, title), elementIfAny('subtitle', {}, subtitle)),
    ...others.map((other) => element('titles', {}, element('title', {}, other))),
  ];
}

function abstracts({ lang, abstract, translations }: CitableArticle): Element[] {
  return [{ lang, abstract }, ...translations].flatMap((one) =>
    one.abstract && one.abstract.length > 0
      ? [
          element(
            'jats:abstract',
            { 'xml:lang': one.lang },
            one.abstract.map((paragraph) => element('jats:p', {}, paragraph)),
          ),
        ]
      : [],
  );
}

/** Where programs that compare or mine texts find the PDF. */
function fullText(pdf: string): Element[] {
  const resource = element('resource', { mime_type: 'application/pdf' }, pdf);
  return [
    element('collection', { property: 'crawler-based' }, element('item', { crawler: 'iParadigms' }, resource)),
    element('collection', { property: 'text-mining' }, element('item', {}, resource)),
  ];
}

/** Crossref knows languages by their code of two letters. */
export function crossrefLanguage(lang: string): string | undefined {
  const [base = ''] = lang.split('-');
  return base.length === 2 ? base : undefined;
}
