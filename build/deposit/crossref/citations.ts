import type { Element } from 'xast';
import { bareText } from '../../citable/bare-text.ts';
import type { CitableReference } from '../../citable/citable.ts';
import type { CslItem, CslName } from '../../references/item.ts';
import { element, elementIfAny } from '../../xml/element.ts';

/** The works that an article cites: by DOI, else by their parts, else as they are printed. */
export function citationList(references: readonly CitableReference[]): Element | undefined {
  if (references.length === 0) return undefined;
  return element('citation_list', {}, references.map(citation));
}

function citation({ key, doi, item, text }: CitableReference): Element {
  const attributes = { key: key.slice(0, 128), type: item && typeOf(item) };
  const parts = item ? partsOf(item) : [];
  // A DOI alone is enough for Crossref; the rest lets a reader see what it is.
  const known = [
    ...parts,
    elementIfAny('doi', {}, doi?.slice(0, 2048)),
    elementIfAny('unstructured_citation', {}, text),
  ];
  return element('citation', attributes, known);
}

/** The parts in which Crossref looks for the work, in no order. */
function partsOf(item: CslItem): (Element | undefined)[] {
  const isPart = ['article-journal', 'article-magazine', 'article-newspaper', 'chapter', 'paper-conference'].includes(
    item.type,
  );
  const container = word(item['container-title']);
  const isInJournal = item.type.startsWith('article-');
  const first = /^\s*([\w.]+)/.exec(String(item.page ?? ''))?.[1];
  const author = nameOf(item.author?.[0] ?? (item.editor as CslName[] | undefined)?.[0]);
  return [
    elementIfAny('issn', {}, issnOf(item)),
    isInJournal ? elementIfAny('journal_title', {}, container) : undefined,
    elementIfAny('author', {}, author),
    elementIfAny('volume', {}, word(item.volume)?.slice(0, 32)),
    elementIfAny('issue', {}, isInJournal ? word(item.issue ?? item.number)?.slice(0, 32) : undefined),
    elementIfAny('first_page', {}, first?.slice(0, 32)),
    elementIfAny('cYear', {}, yearOf(item)),
    elementIfAny('isbn', {}, isbnOf(item)),
    elementIfAny('series_title', {}, word(item['collection-title'])),
    elementIfAny('volume_title', {}, isInJournal ? undefined : isPart ? container : word(item.title)),
    elementIfAny('edition_number', {}, word(item.edition)?.slice(0, 15)),
    isPart ? elementIfAny('article_title', {}, word(item.title)) : undefined,
  ];
}

const types: Readonly<Record<string, string>> = {
  'article-journal': 'journal_article',
  book: 'book',
  chapter: 'book_chapter',
  'paper-conference': 'conference_paper',
  dataset: 'dataset',
  thesis: 'dissertation',
  report: 'report',
  standard: 'standard',
  patent: 'patent',
  software: 'software',
  webpage: 'web_resource',
  'post-weblog': 'blog_post',
};

function typeOf({ type }: CslItem): string {
  return types[type] ?? 'other';
}

function word(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return bareText(String(value).replace(/<[^>]*>/g, '')) || undefined;
}

function nameOf(name: CslName | undefined): string | undefined {
  if (!name) return undefined;
  return word(name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' '));
}

function yearOf({ issued }: CslItem): string | undefined {
  const year = issued?.['date-parts']?.[0]?.[0];
  return year && year > 999 && year < 10_000 ? String(year) : undefined;
}

function issnOf({ ISSN }: CslItem): string | undefined {
  return /\b\d{4}-?\d{3}[\dXx]\b/.exec(String(ISSN ?? ''))?.[0];
}

function isbnOf({ ISBN }: CslItem): string | undefined {
  return /(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]/.exec(String(ISBN ?? ''))?.[0];
}
