import type { DescribedWork } from '../issue/citations.ts';
import { type CslItem, type CslName, others, type Reference } from './item.ts';

/** A work as an editor knows it again, and what its entry lacks. */
export function describeWork({ key, item, file, at }: Reference): DescribedWork {
  const title = plain(item.title ?? '');
  const head = [namesOf(item), yearOf(item)].filter(Boolean).join(' ');
  return { key, about: [head, title].filter(Boolean).join('. '), lacks: missingFields(item), item, file, place: at };
}

/** The first authors of a work, or its editors, by their family names. */
function namesOf({ author, editor }: CslItem): string {
  const names = (author ?? (editor as CslName[] | undefined) ?? []).map(({ family, literal, ...name }) =>
    plain(literal ?? [name['non-dropping-particle'], family].filter(Boolean).join(' ')),
  );
  const known = names.filter((name) => name !== others && name !== '');
  return known.length > 3 || names.includes(others) ? `${known[0] ?? ''} et al.` : known.join(', ');
}

function yearOf({ issued }: CslItem): string {
  const years = issued?.['date-parts']?.map(([year]) => year).filter((year) => year) ?? [];
  return years.length > 0 ? years.map((year) => String(year)).join('–') : (issued?.literal ?? '');
}

function plain(text: string): string {
  return text.replace(/<[^>]*>/g, '').trim();
}

/** The fields by which a work of each kind is found, with the words that an editor has for them. */
const needed: Record<string, [fields: string[], words: string][]> = {
  'article-journal': [
    [['container-title'], 'the journal'],
    [['volume', 'issue', 'number', 'DOI', 'URL'], 'its volume or number'],
    [['page', 'number', 'DOI', 'URL'], 'its pages'],
  ],
  'article-magazine': [[['container-title'], 'the magazine']],
  'article-newspaper': [[['container-title'], 'the newspaper']],
  book: [[['publisher', 'publisher-place', 'URL'], 'a publisher or place']],
  chapter: [
    [['container-title'], 'the book that it is in'],
    [['publisher', 'publisher-place', 'URL'], 'a publisher or place'],
    [['page', 'chapter-number', 'DOI', 'URL'], 'its pages'],
  ],
  'paper-conference': [[['container-title', 'event-title', 'event', 'DOI', 'URL'], 'where it was read or printed']],
  thesis: [[['publisher'], 'the university']],
  report: [[['publisher', 'URL'], 'the institution']],
  webpage: [[['URL', 'DOI'], 'an address']],
  'entry-encyclopedia': [[['container-title'], 'the work that it is in']],
};

/** Names what a reader needs to find a work of its kind, and an item does not say. */
function missingFields(item: CslItem): string[] {
  const has = (fields: readonly string[]): boolean =>
    fields.some((field) => item[field] !== undefined && item[field] !== '');
  const all: [string[], string][] = [
    [['author', 'editor', 'translator', 'director', 'composer', 'title'], 'an author or title'],
    [['title'], 'a title'],
    [['issued'], 'a date'],
    ...(needed[item.type] ?? []),
  ];
  return all.filter(([fields]) => !has(fields)).map(([, words]) => words);
}
