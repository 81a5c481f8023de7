import type { CitableArticle, CitableIssue, CitableReference } from '../citable/citable.ts';
import type { CslItem, CslName } from '../references/item.ts';
import { canonicalOf, type PagePlace, pdfOf } from './page-place.ts';
import { invertedName, peopleOf, wholeTitle } from './titles.ts';

/** A tag: its name and what it says. */
export type MetaText = readonly [name: string, text: string];

/**
 * The tags of Highwire Press for an article, as Google Scholar documents them (“Inclusion Guidelines for Webmasters”):
 * institutions stand right behind their author, and dates are whole, or a year.
 */
export function highwireTags(issue: CitableIssue, article: CitableArticle, at: PagePlace): MetaText[] {
  const { journal, isAhead } = issue;
  const { pages, published, doi, lang, keywords } = article;
  const date = isAhead ? published : issue.date;
  const page = canonicalOf(article.address, at);
  return tags([
    ['citation_title', wholeTitle(article)],
    ...authorTags(article),
    ['citation_publication_date', scholarDate(date)],
    // Scholar takes no month without a day; reference managers do.
    ['citation_date', /^\d{4}-\d{2}$/.test(date) ? slashed(date) : undefined],
    ['citation_online_date', published === date ? undefined : scholarDate(published)],
    ['citation_journal_title', journal.title],
    ['citation_journal_abbrev', journal.short === journal.title ? undefined : journal.short],
    ['citation_issn', journal.issn.online],
    ['citation_issn', journal.issn.print],
    ['citation_publisher', journal.publisher.name],
    ['citation_volume', isAhead ? undefined : issue.volume],
    ['citation_issue', isAhead ? undefined : issue.number],
    ['citation_firstpage', pages?.first],
    ['citation_lastpage', pages?.last],
    ['citation_doi', doi],
    ['citation_language', lang],
    ['citation_keywords', keywords.join('; ')],
    ['citation_fulltext_html_url', page],
    ['citation_pdf_url', pdfOf(article.pdf, at)],
    ...article.references.map((one): MaybeTag => ['citation_reference', referenceText(one)]),
  ]);
}

type MaybeTag = readonly [name: string, text: string | undefined];

/** The tags that say something. */
export function tags(all: readonly MaybeTag[]): MetaText[] {
  return all.flatMap(([name, text]) => (text ? [[name, text] as const] : []));
}

function authorTags(article: CitableArticle): MaybeTag[] {
  return peopleOf(article, 'author').flatMap((author): MaybeTag[] => [
    ['citation_author', invertedName(author)],
    ...author.institutions.map(({ name }): MaybeTag => ['citation_author_institution', name]),
    ['citation_author_email', author.isCorresponding ? author.email : undefined],
    ['citation_author_orcid', author.orcid && `https://orcid.org/${author.orcid}`],
  ]);
}

/** `2010/5/12`, or a year alone: of a month without a day the guidelines say nothing. */
function scholarDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return month && day ? `${year}/${Number(month)}/${Number(day)}` : year;
}

function slashed(date: string): string {
  return date.replaceAll('-', '/');
}

/** A cited work as `citation_title=…; citation_author=…`, where its parts are known, else as it is printed. */
function referenceText({ item, text, doi }: CitableReference): string | undefined {
  if (!item) return text;
  return partsOf(item, doi)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .join('; ');
}

function partsOf(item: CslItem, doi: string | undefined): MaybeTag[] {
  const [first, last] = String(item.page ?? '').split(/\s*[-–—]\s*/);
  const container = plain(item['container-title']);
  const isInJournal = item.type.startsWith('article');
  const isThesis = item.type === 'thesis';
  const isReport = item.type === 'report';
  const [year] = item.issued?.['date-parts']?.[0] ?? [];
  return [
    ['citation_title', plain(item.title)],
    ...(item.author ?? []).map((name): MaybeTag => ['citation_author', nameText(name)]),
    [isInJournal ? 'citation_journal_title' : 'citation_inbook_title', container],
    ['citation_volume', plain(item.volume)],
    ['citation_issue', plain(item.issue)],
    ['citation_firstpage', plain(first)],
    ['citation_lastpage', plain(last)],
    ['citation_publication_date', year ? String(year) : undefined],
    [
      isThesis
        ? 'citation_dissertation_institution'
        : isReport
          ? 'citation_technical_report_institution'
          : 'citation_publisher',
      plain(item.publisher),
    ],
    ['citation_isbn', plain(item.ISBN)],
    ['citation_issn', plain(item.ISSN)],
    ['citation_doi', doi],
  ];
}

function nameText({ family, given, literal, 'non-dropping-particle': particle, suffix }: CslName): string | undefined {
  // The sign that means “and others” is none of the authors.
  if (literal !== undefined) return /^\p{Co}$/u.test(literal) ? undefined : plain(literal);
  const whole = [particle, family].filter(Boolean).join(' ');
  return plain([whole, given, suffix].filter(Boolean).join(', '));
}

/** A value without markup, and without the signs that part values. */
function plain(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value)
    .replace(/<[^>]*>/g, '')
    .replace(/\s*[;=]\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  return text || undefined;
}
