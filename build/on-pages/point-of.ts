import type { Issue } from '../issue/model.ts';
import { markOf } from '../issue/places.ts';
import type { PlacedWord } from '../pages/in-page/word-places.ts';
import { offsetOfPoint } from '../where/file-lines.ts';
import { frontMatterLines } from '../where/place-of-line.ts';
import type { PagePoint } from './page-point.ts';
import { type Box, followingIn, type WordsOnPages, wordBox } from './words-on-pages.ts';

/** A word of a page with the offset of its place in the manuscript. */
interface PlacedInSource {
  word: PlacedWord;
  page: number;
  offset: number;
}

/**
 * Finds the place on the pages of a line of a manuscript, or of a column in it: the word that stands there, or the last
 * before it in its block. Without boxes, it is the page alone: of an article’s front matter, its first. Of a line of a
 * bibliography it is the first citation of the work. Undefined for a file that is none of the issue’s manuscripts, and
 * for a work that is not cited.
 */
export async function pointOf(
  words: WordsOnPages,
  path: string,
  line: number,
  column?: number,
): Promise<PagePoint | undefined> {
  const { context, record } = words.pages;
  const article = context.issue.articles.find(({ file }) => file.path === path);
  const cited = article ? undefined : firstCitation(context.issue, path, line);
  if (cited) return pointOf(words, cited.path, cited.line, cited.column);
  const place = record.articles.find(({ id }) => id === article?.id);
  const source = article && words.sourceOf(article.id);
  if (!article || !place || !source) return undefined;
  const { text, starts } = source.lines;
  const first = { page: place.firstIndex, boxes: [] };
  if (line <= frontMatterLines(text)) return first;
  const own = text.slice(starts[line - 1] ?? text.length, starts[line]);
  const offset = offsetOfPoint(source.lines, { line, column: column ?? own.search(/\S|$/) + 1 });
  const block = source.blockAt(offset);
  if (!block) return first;
  const mark = markOf(article.id, block);
  const inBlock: PlacedInSource[] = [];
  let drawn: PagePoint | undefined;
  // The last note may run over behind the article’s own pages.
  for (let page = place.firstIndex; page <= Math.min(words.count, place.lastIndex + 1); page++) {
    const all = (await words.on(page))?.words ?? [];
    for (const [i, word] of all.entries()) {
      if (word.block !== mark || word.note !== block.note) continue;
      if (word.sign === 'picture') drawn ??= { page, boxes: [wordBox(word)] };
      if (!word.sign) inBlock.push({ word, page, offset: source.offsetOf(word, followingIn(all, i)) ?? 0 });
    }
  }
  // A displayed formula has no words, but may have a number.
  if (drawn && !inBlock.some(({ word }) => /\p{L}/u.test(word.text))) return drawn;
  // A comma behind code has the place of the word after it.
  const worded = inBlock.filter(({ word }) => /[\p{L}\p{N}]/u.test(word.text));
  const last = worded.findLast((one) => one.offset <= offset) ?? worded[0] ?? inBlock[0];
  // The words of a citation have one place.
  const found = worded.find((one) => one.offset === last?.offset) ?? last;
  if (!found) return first;
  const named = namedWord(
    text,
    offset,
    worded.filter((one) => one.offset === found.offset),
  );
  if (named)
    return { page: named.page, boxes: joinedInLines(partsOf(named, inBlock).map(({ word }) => wordBox(word))) };
  // A divided word has parts on two lines.
  const parts = inBlock.filter(
    (one) =>
      one.page === found.page &&
      (one.word.word === found.word.word || (one.offset === found.offset && (one === found || worded.includes(one)))),
  );
  return { page: found.page, boxes: joinedInLines(parts.map(({ word }) => wordBox(word))) };
}

/**
 * Of words that have one place, since their text is not quite that of the manuscript, the one that stands at an offset:
 * the third of its name, if it is the third there.
 */
function namedWord(text: string, offset: number, words: readonly PlacedInSource[]): PlacedInSource | undefined {
  const [first] = words;
  if (!first || words.every(({ word }) => word.word === first.word.word)) return undefined;
  const own = [...text.slice(first.offset, offset + 100).matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const at = own.findIndex(({ 0: name, index }) => first.offset + index + name.length > offset);
  const name = own[at]?.[0];
  const count = own.slice(0, at).filter((one) => one[0] === name).length;
  return words.filter(({ word }) => /[\p{L}\p{N}\p{M}]+/u.exec(word.text)?.[0] === name)[count];
}

/** The parts of a divided word, which stand on two lines. */
function partsOf({ word, page }: PlacedInSource, words: readonly PlacedInSource[]): PlacedInSource[] {
  return words.filter((one) => one.page === page && one.word.word === word.word);
}

/** The boxes of words that follow one another, those of a line as one. */
function joinedInLines(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const [left, top, width, height] = box;
    const line = lines.at(-1);
    if (!line || Math.abs(line[1] - top) > height / 3 || left < line[0]) lines.push([...box]);
    else line[2] = Math.max(line[2], left + width - line[0]);
  }
  return lines;
}

/** The first citation of the work whose entry has a line of a bibliography. */
function firstCitation(
  { citations }: Pick<Issue, 'citations'>,
  path: string,
  line: number,
): { path: string; line: number; column: number } | undefined {
  for (const { file, works } of citations?.articles ?? [])
    for (const { places, work } of works) {
      const [first] = places.at;
      const { start, end } = work.place;
      if (first && work.file.path === path && start.line <= line && line <= end.line)
        return { path: file.path, ...first };
    }
  return undefined;
}
