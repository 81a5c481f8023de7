import type { Element } from 'xast';
import type { RelatedArticle, ReviewedWork } from '../../issue/schema.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/** The relation of an article to those that it corrects, by its kind. */
const relations: Readonly<Record<string, string>> = {
  retraction: 'retracted-article',
  'expression-of-concern': 'object-of-concern',
};

/** The articles that this one corrects, and those that correct it. */
export function relatedArticles({ article: { front } }: JatsSetting): Element[] {
  const type = relations[front.kind] ?? 'corrected-article';
  return [
    ...(front.corrects ?? []).map((one) => related(one, type)),
    ...(front['corrected-by'] ?? []).map((one) => related(one, 'correction-forward')),
  ];
}

function related({ title, doi, date }: RelatedArticle, type: string): Element {
  return element(
    'related-article',
    { 'related-article-type': type, ...(doi ? { 'ext-link-type': 'doi', 'xlink:href': doi } : {}) },
    element('article-title', {}, withoutMarks(title)),
    date && element('year', { 'iso-8601-date': date }, date.slice(0, 4)),
  );
}

/** The works that a review is about. */
export function reviewedWorks({ article }: JatsSetting): Element[] {
  return (article.front.reviewed ?? []).map((work) => product(work, article.lang));
}

function product(work: ReviewedWork, lang: string): Element {
  const { title, authors, editors, translators, series, place, publisher, year, extent, isbn, price, doi } = work;
  const people = (type: string, names: readonly string[] | undefined) =>
    names &&
    element(
      'person-group',
      { 'person-group-type': type },
      names.map((name) => element('string-name', {}, name)),
    );
  return element(
    'product',
    { 'product-type': 'book', 'xml:lang': work.lang && work.lang !== lang ? work.lang : undefined },
    people('author', authors),
    element('source', {}, withoutMarks(title)),
    people('editor', editors),
    people('translator', translators),
    series && element('series', {}, series),
    place && element('publisher-loc', {}, place),
    publisher && element('publisher-name', {}, publisher),
    year && yearOf(year),
    extent && element('size', { units: 'pages' }, extent),
    isbn && element('isbn', {}, isbn),
    price && element('price', {}, price),
    doi && element('pub-id', { 'pub-id-type': 'doi' }, doi),
  );
}

function yearOf(year: string): Element {
  return /^\d{4}$/.test(year) ? element('year', { 'iso-8601-date': year }, year) : element('string-date', {}, year);
}

/** A title in plain words. */
export function withoutMarks(title: string): string {
  return title.replace(/\\(?=[^\s\w])/g, '').replace(/(\*{1,2}|_{1,2})(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

/** The note on the original of a translated article. */
export function originalNote(text: readonly Element[], title: string): Element | undefined {
  return elementIfAny(
    'notes',
    { 'notes-type': 'original' },
    text.length > 0 ? [element('title', {}, title), text] : undefined,
  );
}
