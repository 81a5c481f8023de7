import type { PlacedWord } from '../pages/in-page/word-places.ts';
import { fold, lettersIn } from '../words/normalized-text.ts';

/** Words of a page that were searched for. */
export interface FoundWords {
  words: PlacedWord[];
  around: [before: string, found: string, after: string];
}

/** Finds a text in the words of a page, whatever its case, accents, signs and line breaks are. */
export function searchWords(words: readonly PlacedWord[], text: string): FoundWords[] {
  const wanted = lettersIn(fold(text));
  if (wanted === '') return [];
  let letters = '';
  const ends = words.map(({ text: word }) => {
    letters += lettersIn(fold(word));
    return letters.length;
  });
  const found: FoundWords[] = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) {
    const from = ends.findIndex((end) => end > at);
    const to = ends.findIndex((end) => end >= at + wanted.length) + 1;
    const around = (start: number, end: number) => textOf(words.slice(Math.max(0, start), end));
    found.push({
      words: words.slice(from, to),
      around: [around(from - 6, from), around(from, to), around(to, to + 6)],
    });
  }
  return found;
}

/** The text of words, with the parts of a divided word together. */
function textOf(words: readonly PlacedWord[]): string {
  return words
    .map((word, i) => (i > 0 && isRest(word, words[i - 1]) ? word.text : ` ${word.text}`))
    .join('')
    .trim();
}

function isRest(word: PlacedWord, before: PlacedWord | undefined): boolean {
  return word.letters > 0 && word.block === before?.block && word.word === before.word;
}
