import { copyrightLine } from '../issue/copyright-line.ts';
import { licenceAddress, licenceName } from '../issue/licence.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { Languages } from '../languages/languages.ts';
import type { PageRecord } from '../record/schema.ts';
import { bareText } from './bare-text.ts';
import type { CitableArticle, CitableGrant, CitableIssue, CitableWords } from './citable.ts';
import { citablePeople } from './people.ts';
import { citableReferences } from './references.ts';
import { citableRelations } from './relations.ts';

/** Gathers the facts by which an issue in type is cited; the pages are those of its record, if it has one. */
export function citableIssue(issue: Issue, record: PageRecord | undefined, languages: Languages): CitableIssue {
  const { journal, facts } = issue;
  const isAhead = facts.ahead === true;
  const citable = (article: Article) => citableArticle(article, issue, isAhead ? undefined : record, languages);
  const hasAppeared = ({ front }: Article): boolean => !isAhead || front.published !== undefined;
  const articles = issue.articles.filter(hasAppeared).map(citable);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const { title, short, lang, issn = {}, publisher, description, contacts } = journal;
  return {
    journal: {
      title: bareText(title),
      short: bareText(short),
      lang,
      issn,
      publisher,
      description: description && bareText(description),
      website: contacts?.website,
    },
    folder: issue.folder,
    slug: issue.slug,
    volume: facts.volume,
    number: facts.number,
    whole: facts.whole,
    date: facts.date,
    theme: issue.phrases.theme && bareText(issue.phrases.theme.text),
    doi: facts.doi,
    address: filled(journal.deposit?.['issue-address'], { issue: issue.folder, doi: facts.doi }),
    isAhead,
    depositVersion: facts['deposit-version'] ?? 1,
    made: issue.made,
    sections: issue.sections.map((section, i) => ({
      title: section.title && bareText(section.title.text),
      abbreviation: facts.contents[i]?.abbreviation,
      articles: section.articles.flatMap(({ id }) => byId.get(id) ?? []),
    })),
    articles,
    coming: issue.articles.filter((article) => !hasAppeared(article)).map(citable),
  };
}

function citableArticle(
  article: Article,
  issue: Issue,
  record: PageRecord | undefined,
  languages: Languages,
): CitableArticle {
  const { front, lang, title, subtitle, abstract, translations } = article;
  const { journal, facts, folder } = issue;
  const pages = record?.articles.find(({ id }) => id === article.id);
  const licence = front.license ?? journal.license;
  const names = { issue: folder, article: article.name, doi: front.doi };
  return {
    id: article.id,
    name: article.name,
    kind: front.kind,
    lang,
    title: bareText(title.text),
    subtitle: subtitle && bareText(subtitle.text),
    abstract: abstract.map(({ text }) => bareText(text)),
    keywords: (front.keywords ?? []).map(bareText),
    people: citablePeople(front, lang, languages),
    doi: front.doi,
    address: filled(journal.deposit?.address, names),
    pdf: filled(journal.deposit?.['pdf-address'], names),
    // A folio is empty on a page that is not counted.
    pages: pages?.first && pages.last ? { first: pages.first, last: pages.last } : undefined,
    published: front.published ?? facts.date,
    received: front.received,
    accepted: front.accepted,
    licence: licence ? { name: licenceName(licence), address: licenceAddress(licence) } : undefined,
    copyright: journal.copyright && bareText(copyrightLine(journal.copyright, facts.date)),
    funding: grantsOf(front.funding),
    references: citableReferences(issue, article),
    relations: citableRelations(front),
    translations: translations.map(
      (one): Partial<CitableWords> => ({
        lang: one.lang,
        ...(one.title ? { title: bareText(one.title.text) } : {}),
        abstract: one.abstract.map(({ text }) => bareText(text)),
        keywords: one.keywords.map(bareText),
      }),
    ),
    file: article.file,
  };
}

function grantsOf(funding: Article['front']['funding']): CitableGrant[] {
  if (typeof funding !== 'object') return [];
  return funding.map(({ funder, ror, award }) => ({ funder: bareText(funder), ror, award }));
}

/** An address with its names filled in; undefined where one of them is not known. */
function filled(address: string | undefined, names: Record<string, string | undefined>): string | undefined {
  if (address === undefined) return undefined;
  let isWhole = true;
  const made = address.replace(/\{(\w+)\}/g, (_, key: string) => {
    const name = names[key];
    isWhole &&= name !== undefined;
    return encodeURI(name ?? '');
  });
  return isWhole ? made : undefined;
}
