import { ideograph } from '../text/ideographs.ts';
import type { Strand } from './strand.ts';

/** A difference between a text and what it should be: its place in the wanted letters, and what stands there. */
export interface Difference {
  /** `parted`: the end of a line divides a word without a hyphen. */
  kind: 'lost' | 'torn' | 'joined' | 'parted' | 'more';
  at: number;
  /** Offset into the letters that were found; -1 if none are the same. */
  there: number;
  wanted: string;
  found: string;
}

/**
 * Looks for one strand in another, from an offset on: the same letters in one run, and whole words. Returns the first
 * difference. A word that is divided at a line’s end is returned only if there is no other difference.
 */
export function compareStrands(wanted: Strand, found: Strand): Difference | undefined {
  const { letters } = wanted;
  const start = found.letters.indexOf(letters);
  if (start < 0) {
    const same = longestPrefix(letters, found.letters);
    const there = found.letters.indexOf(letters.slice(0, same)) + same;
    return {
      kind: 'lost',
      at: Math.min(same, letters.length - 1),
      there: same === 0 ? -1 : there,
      wanted: spaced(wanted, same - 24, same + 32),
      found: same === 0 ? '' : spaced(found, there - 24, there + 32),
    };
  }
  let parted: Difference | undefined;
  for (let i = 1; i < letters.length; i++) {
    const there = start + i;
    const kind = boundaryFault(wanted, found, i, there);
    if (!kind || (kind === 'parted' && parted)) continue;
    const [had, has] = [spaced(wanted, i - 16, i + 16), spaced(found, there - 16, there + 16)];
    const difference = { kind, at: i, there, wanted: had, found: has };
    if (kind !== 'parted') return difference;
    parted = difference;
  }
  return parted;
}

function boundaryFault(wanted: Strand, found: Strand, i: number, there: number): Difference['kind'] | undefined {
  if (wanted.white.has(i)) return found.white.has(there) || found.soft.has(there) ? undefined : 'joined';
  if (!found.white.has(there) && !found.soft.has(there)) return undefined;
  const between = isLetter(wanted.letters[i - 1]) && isLetter(wanted.letters[i]);
  if (!between || wanted.loose.some(([from, to]) => from < i && i < to)) return undefined;
  return found.soft.has(there) ? 'parted' : 'torn';
}

/** True if a sign is a letter of a word that only a hyphen may divide at the end of a line. */
const isLetter = (sign = '') => /\p{L}/u.test(sign) && !ideograph.test(sign);

/** The number of letters, from the first of the one, that stand in the other in one run. */
function longestPrefix(letters: string, text: string): number {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(letters.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The letters of a strand with the white space between them. */
export function spaced({ letters, white, soft }: Strand, from: number, to: number): string {
  let text = '';
  for (let i = Math.max(0, from); i < Math.min(letters.length, to); i++)
    text += (white.has(i) || soft.has(i) ? ' ' : '') + letters[i];
  return text.trim();
}
