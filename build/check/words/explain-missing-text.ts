import { type Difference, spacedText } from '../../words/compare-texts.ts';
import { lettersIn, type NormalizedText } from '../../words/normalized-text.ts';
import { countOccurrences, pageWithUntagged, type ReadAloud } from './read-aloud.ts';

/** The remedy for a file that does not have the words of the manuscripts. */
export const rebuildFix =
  'Build the issue again. If that does not help it is a fault of Offprint; please report it with the manuscript.';

/** This many letters identify one place in a text. */
const distinctiveLength = 24;

/**
 * Explains in a sentence what happened to words that are missing from their tag; undefined if the file has them
 * nowhere.
 */
export function explainMissingText(
  { kind, at: differs, there }: Difference,
  wanted: NormalizedText,
  read: NormalizedText,
  spoken: ReadAloud,
  name: string,
): string | undefined {
  if (kind !== 'lost') return undefined;
  // A few letters at the beginning are equal to others by chance.
  const at = differs < 8 ? 0 : differs;
  const lost = lettersIn(wanted.characters.slice(at)).slice(0, distinctiveLength);
  const page = pageWithUntagged(spoken, lost, 6);
  if (page !== undefined) {
    const here = spoken.untagged[page - 1] ?? '';
    let from = at;
    // Its first letters may occur there by chance, and count as found.
    while (
      from > 0 &&
      at - from < distinctiveLength &&
      here.includes(lettersIn(wanted.characters.slice(from - 1, at + 6)))
    )
      from--;
    return untaggedMessage(page, name, spacedText(wanted, from, from + 48));
  }
  const instead = there < 0 ? '' : lettersIn(read.characters.slice(there)).slice(0, distinctiveLength);
  if (
    instead.length === distinctiveLength &&
    countOccurrences(instead, spoken.letters) > Math.max(1, countOccurrences(instead, lettersIn(wanted.characters)))
  )
    return repeatedMessage(name, spacedText(read, there, there + 48));
  const here = lettersIn(read.characters.slice(Math.max(0, there - 4), there + 12));
  if (here.includes(lost.slice(0, 8))) return undefined;
  return lost.length >= 6 && spoken.letters.includes(lost.slice(0, 8))
    ? movedMessage(name, spacedText(wanted, at, at + 48))
    : undefined;
}

export const untaggedMessage = (page: number, name: string, words: string): string =>
  `On page ${page} of ${name} words are in no tag, so that a screen reader leaves them out: “${words}”`;

export const repeatedMessage = (name: string, words: string): string =>
  `${name} has words twice in its tags, so that a screen reader says them twice: “${words}”`;

export const movedMessage = (name: string, words: string): string =>
  `${name} has words at another place of its tags, so that a screen reader says them in another order: “${words}”`;
