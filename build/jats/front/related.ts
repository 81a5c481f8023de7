import type { Element } from 'xast';
import type { CitableRelation } from '../../citable/citable.ts';
import { withoutMarks } from '../../citable/without-marks.ts';
import type { ReviewedWork } from '../../issue/schema.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/** What JATS calls the relations of an article to others. */
const relations: Partial<Record<CitableRelation['kind'], string>> = {
  corrects: 'corrected-article',
  retracts: 'retracted-article',
  concerns: 'object-of-concern',
  'corrected-by': 'correction-forward',
};

/** The articles that this one corrects, and those that correct it. */
export function relatedArticles({ cited }: JatsSetting): Element[] {
  return cited.relations.flatMap((one) => related(one, relations[one.kind]) ?? []);
}

function related({ title, doi, date }: CitableRelation, type: string | undefined): Element | undefined {
  if (!type) return undefined;
  return element(
    'related-article',
    { 'related-article-type': type, ...(doi ? { 'ext-link-type': 'doi', 'xlink:href': doi } : {}) },
    element('article-title', {}, title),
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

/** The note on the original of a translated article. */
export function originalNote(text: readonly Element[], title: string): Element | undefined {
  return elementIfAny(
    'notes',
    { 'notes-type': 'original' },
    text.length > 0 ? [element('title', {}, title), text] : undefined,
  );
}
