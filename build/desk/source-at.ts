import type { SetPages } from '../editions/set-pages.ts';
import { idIn } from '../issue/ids.ts';
import { readMark } from '../issue/places.ts';
import { followingIn, nearestWord, type WordsOnPages, wordBox } from '../on-pages/words-on-pages.ts';
import type { PlacedWord } from '../pages/in-page/word-places.ts';
import { inPoints } from '../text/in-points.ts';
import { lineAt, linesOfFile, offsetOfPoint } from '../where/file-lines.ts';
import { findWord, lettersOf, type SearchedPart } from '../where/find-text.ts';
import { frontMatterLines } from '../where/place-of-line.ts';
import type { SourcePoint } from './desk-state.ts';
import { runningHeadOf } from './running-head.ts';

/** A file of the journal, or the part of it in which texts without a place are looked for. */
interface SearchedFile {
  path: string;
  part: SearchedPart;
}

/** A place in a file, as an offset in its text. */
interface FileOffset {
  file: SearchedFile;
  offset: number;
  isNearest?: true;
}

/** Returns a function that finds what stands at a point of a page in the journal’s files; PDF points. */
export function sourceFinder(
  words: WordsOnPages,
): (page: number, x: number, y: number) => Promise<SourcePoint | undefined> {
  const { issue } = words.pages.context;
  let known: SearchedFile[] | undefined;
  const searched = (): SearchedFile[] => {
    known ??= searchedFiles(issue.files);
    return known;
  };

  /** The entry of the bibliography file that an entry of an article’s bibliography was made of. */
  const entryAt = (id: string): FileOffset | undefined => {
    for (const { id: article, works } of issue.citations?.articles ?? [])
      for (const { places, work } of works) {
        if (places.entry === undefined || idIn(article, places.entry) !== id) continue;
        const file = searched().find(({ path }) => path === work.file.path);
        return file && { file, offset: offsetOfPoint(file.part.lines, work.place.start) };
      }
    return undefined;
  };

  const pathOf = (article: string) => issue.articles.find(({ id }) => id === article)?.file.path;

  /** Looks for a word where no tree has its place: in the front matter of articles, and in the settings. */
  const lookFor = (own: string | undefined, text: string, at: number): FileOffset | undefined => {
    const files = searched().toSorted((a, b) => rankOf(a.path, own) - rankOf(b.path, own));
    const found = findWord(
      text,
      at,
      files.map(({ part }) => part),
    );
    if (found) return { file: files[found.part] as SearchedFile, offset: found.offset };
    // It comes from a template, or is one of the house’s own words.
    return files[0] && { file: files[0], offset: 0, isNearest: true };
  };

  const placeOf = (word: PlacedWord, following: string): FileOffset | undefined => {
    const { article } = readMark(word.block);
    const path = pathOf(article);
    const file = searched().find((one) => one.path === path);
    const offset = word.block ? words.sourceOf(article)?.offsetOf(word, following) : undefined;
    if (file && offset !== undefined) return { file, offset };
    const entry = word.about?.entry && entryAt(word.about.entry);
    if (entry) return entry;
    const about = word.about ?? { article, text: word.text, at: 0 };
    return lookFor(pathOf(about.article), about.text, about.at);
  };

  return async (page, x, y) => {
    const placed = await words.on(page);
    if (!placed) return undefined;
    const index = nearestWord(placed.words, x, y);
    const word = placed.words[index];
    const head = isAbove(placed.words, y) ? runningHeadOf(words.pages, page) : undefined;
    if (head) {
      const found = lookFor(head.path, head.text, 0);
      return found && sourcePoint(found, { page, boxes: [] }, head.text);
    }
    const found = word && placeOf(word, followingIn(placed.words, index));
    return found && sourcePoint(found, { page, boxes: [wordBox(word)] }, word.text);
  };
}

/** True for a height above all words of a page, where nothing but its running head stands. */
function isAbove(words: readonly PlacedWord[], y: number): boolean {
  return words.every(({ top }) => inPoints(top) > y);
}

function sourcePoint({ file, offset, isNearest }: FileOffset, at: SourcePoint['at'], word: string): SourcePoint {
  const { lines } = file.part;
  const line = lineAt(lines, offset);
  const column = offset - (lines.starts[line - 1] ?? 0) + 1;
  return { file: file.path, line, column, word, from: isNearest ? 'template' : 'manuscript', at };
}

function searchedFiles(files: SetPages['context']['issue']['files']): SearchedFile[] {
  return files.map((file) => {
    const lines = linesOfFile(String(file));
    const isManuscript = file.path.endsWith('.md');
    const end = isManuscript ? offsetOfPoint(lines, { line: frontMatterLines(lines.text) + 1, column: 1 }) : undefined;
    // Of a bibliography nothing is looked for: its entries have their places.
    const isSearched = /\.(?:md|yaml)$/.test(file.path);
    return { path: file.path, part: { lines, letters: lettersOf(lines.text, 0, isSearched ? end : 0) } };
  });
}

/** The order in which files are searched: the manuscript itself, the settings, then the other manuscripts. */
function rankOf(path: string, own: string | undefined): number {
  if (path === own) return 0;
  return path.endsWith('/issue.yaml') ? 1 : path.endsWith('/journal.yaml') ? 2 : 3;
}
