import type { SetPages } from '../editions/set-pages.ts';
import type { Article } from '../issue/model.ts';
import { queriesOf } from '../manuscript/queries/queries-of.ts';
import { pointOf } from '../on-pages/point-of.ts';
import { type Box, wordsOnPages } from '../on-pages/words-on-pages.ts';
import type { PlacedWords } from '../pages/in-page/word-places.ts';
import { lineAt, linesOfFile } from '../where/file-lines.ts';

/** A query on a page of an article, with the word that it is about. */
export interface QueryOnPage {
  /** Counted in the article, from 1, in reading order. */
  number: number;
  text: string;
  /** The page of the issue, from 1. */
  page: number;
  /** PDF points from the left and top edge of the sheet; none for a query about the front matter. */
  boxes: Box[];
}

/** The queries of an article on its pages. `wordsOf` gives the words of a unit’s pages, by its key. */
export async function queriesOnPages(
  pages: SetPages,
  article: Article,
  wordsOf: (unit: string) => Promise<readonly PlacedWords[]>,
): Promise<QueryOnPage[]> {
  const words = wordsOnPages(pages, wordsOf);
  const lines = linesOfFile(String(article.file));
  const placed: QueryOnPage[] = [];
  for (const [i, { text, about }] of queriesOf(article.file).entries()) {
    const line = lineAt(lines, about);
    const point = await pointOf(words, article.file.path, line, about - (lines.starts[line - 1] ?? 0) + 1);
    if (!point) throw new Error(`Query ${i + 1} of ${article.file.path} is on no page`);
    placed.push({ number: i + 1, text, ...point });
  }
  return placed;
}
