import { ideograph } from '../text/ideographs.ts';
import type { NormalizedText } from './normalized-text.ts';

/** A difference between a text and the wanted one. */
export interface Difference {
  /** `parted` is a word that is broken at the end of a line without a hyphen. */
  kind: 'lost' | 'torn' | 'joined' | 'parted' | 'more';
  at: number;
  /** The offset into the found text; -1 if the texts share nothing. */
  there: number;
  wanted: string;
  found: string;
}

/**
 * Finds a text in another. Its characters must occur in one run, with word boundaries at the same places. Returns the
 * first difference, with the offset where the common run ends; a word that is broken at the end of a line only if there
 * is no other difference.
 */
export function compareTexts(wanted: NormalizedText, found: NormalizedText): Difference | undefined {
  const { characters } = wanted;
  const start = found.characters.indexOf(characters);
  if (start < 0) {
    const same = longestPrefixIn(characters, found.characters);
    const there = found.characters.indexOf(characters.slice(0, same)) + same;
    return {
      kind: 'lost',
      at: Math.min(same, characters.length - 1),
      there: same === 0 ? -1 : there,
      wanted: spacedText(wanted, same - 24, same + 32),
      found: same === 0 ? '' : spacedText(found, there - 24, there + 32),
    };
  }
  let parted: Difference | undefined;
  for (let i = 1; i < characters.length; i++) {
    const there = start + i;
    const kind = boundaryFault(wanted, found, i, there);
    if (!kind || (kind === 'parted' && parted)) continue;
    const [had, has] = [spacedText(wanted, i - 16, i + 16), spacedText(found, there - 16, there + 16)];
    const difference = { kind, at: i, there, wanted: had, found: has };
    if (kind !== 'parted') return difference;
    parted = difference;
  }
  return parted;
}

function boundaryFault(
  wanted: NormalizedText,
  found: NormalizedText,
  i: number,
  there: number,
): Difference['kind'] | undefined {
  if (wanted.spaces.has(i)) return found.spaces.has(there) || found.softBreaks.has(there) ? undefined : 'joined';
  if (!found.spaces.has(there) && !found.softBreaks.has(there)) return undefined;
  if (wanted.softBreaks.has(i) && found.softBreaks.has(there)) return undefined;
  const between = isLetter(wanted.characters[i - 1]) && isLetter(wanted.characters[i]);
  if (!between || wanted.breakable.some(([from, to]) => from < i && i < to)) return undefined;
  return found.softBreaks.has(there) ? 'parted' : 'torn';
}

/** True if a character is a letter of a word that only a hyphen may break at the end of a line. */
const isLetter = (sign = '') => /\p{L}/u.test(sign) && !ideograph.test(sign);

/** Returns the length of the longest prefix of `letters` that occurs in `text`. */
function longestPrefixIn(letters: string, text: string): number {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(letters.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns a range of characters with the spaces between them. */
export function spacedText({ characters, spaces, softBreaks }: NormalizedText, from: number, to: number): string {
  let text = '';
  for (let i = Math.max(0, from); i < Math.min(characters.length, to); i++)
    text += (spaces.has(i) || softBreaks.has(i) ? ' ' : '') + characters[i];
  return text.trim();
}
