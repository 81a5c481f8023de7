import type { CslItem } from '../../references/item.ts';

/**
 * The kinds of publication by the types of CSL, as JATS and JATS4R list them. What they have no word for keeps that of
 * CSL: the attribute is open, and a program that does not know a word takes the parts as they are.
 */
const types: Readonly<Record<string, string>> = {
  'article-journal': 'journal',
  article: 'preprint',
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  book: 'book',
  chapter: 'book',
  classic: 'book',
  collection: 'book',
  dataset: 'data',
  'entry-dictionary': 'book',
  'entry-encyclopedia': 'book',
  entry: 'book',
  legal_case: 'legal',
  legislation: 'legal',
  bill: 'legal',
  regulation: 'legal',
  treaty: 'legal',
  hearing: 'legal',
  'paper-conference': 'confproc',
  patent: 'patent',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'web',
  'post-weblog': 'web',
  report: 'report',
  review: 'journal',
  'review-book': 'journal',
  software: 'software',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'web',
};

/** The kind of publication that a work is. */
export function publicationType({ type }: CslItem): string {
  return types[type] ?? type.replaceAll('_', '-');
}
