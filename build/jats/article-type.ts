import type { FrontMatter } from '../issue/schema.ts';

/** The types of article by the kinds of front matter, as JATS lists them. */
const types: Readonly<Record<FrontMatter['kind'], string>> = {
  article: 'research-article',
  interview: 'other',
  review: 'book-review',
  editorial: 'editorial',
  note: 'brief-report',
  letter: 'letter',
  document: 'other',
  obituary: 'obituary',
  erratum: 'correction',
  retraction: 'retraction',
  'expression-of-concern': 'expression-of-concern',
};

/** The type of an article in JATS. */
export function articleType({ kind }: FrontMatter): string {
  return types[kind];
}
