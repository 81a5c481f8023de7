import type { SetPages } from '../editions/set-pages.ts';
import type { PlacedWord, PlacedWords } from '../pages/in-page/word-places.ts';
import { inPoints } from '../text/in-points.ts';
import { type ArticleSource, articleSource } from '../where/article-source.ts';

/** The words of an issue’s pages, and the manuscripts that they come from, each looked up once. */
export interface WordsOnPages {
  pages: SetPages;
  /** The number of pages. */
  count: number;
  /** The words of a page, counted from 1; undefined for a page that is not there. */
  on(page: number): Promise<PlacedWords | undefined>;
  /** The manuscript of an article, by its id. */
  sourceOf(article: string): ArticleSource | undefined;
}

/** Opens the words of pages. `wordsOf` gives those of a unit’s pages, by its key. */
export function wordsOnPages(
  pages: SetPages,
  wordsOf: (unit: string) => Promise<readonly PlacedWords[]>,
): WordsOnPages {
  const { context, printed, record } = pages;
  const places = printed.units.flatMap(({ key, count }) => Array.from({ length: count }, (_, at) => ({ key, at })));
  const sources = new Map<string, ArticleSource>();
  return {
    pages,
    count: places.length,
    async on(page) {
      const place = places[page - 1];
      return place && (await wordsOf(place.key))[place.at];
    },
    sourceOf(id) {
      const article = context.issue.articles.find((one) => one.id === id);
      const source = sources.get(id) ?? (article && articleSource(article, record));
      if (source) sources.set(id, source);
      return source;
    },
  };
}

/** The text from a word on, in its block on the page: enough to find it by. */
export function followingIn(words: readonly PlacedWord[], index: number): string {
  const from = words[index] as PlacedWord;
  let text = '';
  let at = from;
  for (const word of words.slice(index, index + 40)) {
    if (word.block !== from.block || word.note !== from.note || word.sign) continue;
    // Another block may have the same place, as stanzas have.
    if (word.word - from.word > 3 || word.word < at.word) break;
    if (word !== from) text += word.word === at.word ? '' : ' ';
    text += word.text;
    at = word;
  }
  return text.trim();
}

/** A rectangle; PDF points from the left and top edge of the sheet. */
export type Box = [left: number, top: number, width: number, height: number];

/** The rectangle of a word. */
export function wordBox({ left, top, width, height }: PlacedWord): Box {
  return [inPoints(left), inPoints(top), inPoints(width), inPoints(height)];
}

/** The rectangle of the line that a word is in, among the words of its page. */
export function lineBox(word: Box, all: readonly Box[]): Box {
  const [, top, , height] = word;
  const middle = top + height / 2;
  const beside = all
    .filter((box) => box[2] > 0 && Math.abs(box[1] + box[3] / 2 - middle) < height / 3)
    .sort((a, b) => a[0] - b[0]);
  let [left, right] = [word[0], word[0] + word[2]];
  // The next column is farther away than the widest gap of a line.
  for (const box of beside)
    if (box[0] >= left && box[0] - right < height * 1.2) right = Math.max(right, box[0] + box[2]);
  for (const box of beside.toReversed())
    if (box[0] <= left && left - box[0] - box[2] < height * 1.2) left = Math.min(left, box[0]);
  return [left, top, right - left, height];
}

/** The index of the word at a point, in PDF points, or of the nearest: in its line, if the point is in one. */
export function nearestWord(words: readonly PlacedWord[], x: number, y: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, word] of words.entries()) {
    const [left, top, width, height] = wordBox(word);
    const across = Math.max(left - x, x - left - width, 0);
    const down = Math.max(top - y, y - top - height, 0);
    // The boxes of neighbouring lines overlap.
    const off = Math.abs(top + height / 2 - y) / 1000;
    const distance = across + 4 * down + off;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}
