import { type Difference, spaced } from '../../words/compare-texts.ts';
import { lettersIn, type NormalizedText } from '../../words/normalized-text.ts';
import { countOf, pageUnread, type ReadAloud } from './read-aloud.ts';

/** What to do about a file that has not the words of the manuscripts. */
export const fix =
  'Build the issue again. If that does not help it is a fault of Offprint; please report it with the manuscript.';

/** So many letters tell one place of a text from others. */
const telling = 24;

/** What became of words that are not where a tag should have them, in a sentence; undefined where the file has them nowhere. */
export function whatBecame(
  { kind, at: differs, there }: Difference,
  wanted: NormalizedText,
  read: NormalizedText,
  said: ReadAloud,
  name: string,
): string | undefined {
  if (kind !== 'lost') return undefined;
  // A few letters at the beginning are the same as others by chance.
  const at = differs < 8 ? 0 : differs;
  const lost = lettersIn(wanted.letters.slice(at)).slice(0, telling);
  const page = pageUnread(said, lost, 6);
  if (page !== undefined) {
    const here = said.unread[page - 1] ?? '';
    let from = at;
    // Its first letters may stand somewhere by chance, and count as found.
    while (from > 0 && at - from < telling && here.includes(lettersIn(wanted.letters.slice(from - 1, at + 6)))) from--;
    return unread(page, name, spaced(wanted, from, from + 48));
  }
  const instead = there < 0 ? '' : lettersIn(read.letters.slice(there)).slice(0, telling);
  if (
    instead.length === telling &&
    countOf(instead, said.letters) > Math.max(1, countOf(instead, lettersIn(wanted.letters)))
  )
    return twice(name, spaced(read, there, there + 48));
  const here = lettersIn(read.letters.slice(Math.max(0, there - 4), there + 12));
  if (here.includes(lost.slice(0, 8))) return undefined;
  return lost.length >= 6 && said.letters.includes(lost.slice(0, 8))
    ? moved(name, spaced(wanted, at, at + 48))
    : undefined;
}

export const unread = (page: number, name: string, words: string): string =>
  `On page ${page} of ${name} words are in no tag, so that a screen reader leaves them out: “${words}”`;

export const twice = (name: string, words: string): string =>
  `${name} has words twice in its tags, so that a screen reader says them twice: “${words}”`;

export const moved = (name: string, words: string): string =>
  `${name} has words at another place of its tags, so that a screen reader says them in another order: “${words}”`;
