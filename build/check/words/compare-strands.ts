import type { Strand } from './strand.ts';

/** How a text differs from what it should be: where in the letters that are wanted, and what stands there. */
export interface Difference {
  kind: 'lost' | 'torn' | 'joined';
  at: number;
  wanted: string;
  found: string;
}

/** Looks for a strand in another, from some place on. Letters must be the same in one run, and words whole. Returns the first difference, and where the run ends. */
export function compareStrands(wanted: Strand, found: Strand): Difference | undefined {
  const { letters } = wanted;
  const start = found.letters.indexOf(letters);
  if (start < 0) {
    const same = longestPrefix(letters, found.letters);
    const there = found.letters.indexOf(letters.slice(0, same)) + same;
    return {
      kind: 'lost',
      at: Math.min(same, letters.length - 1),
      wanted: around(letters, same),
      found: same === 0 ? '' : around(found.letters, there),
    };
  }
  for (let i = 1; i < letters.length; i++) {
    const kind = boundaryFault(wanted, found, i, start + i);
    if (kind) return { kind, at: i, wanted: spaced(wanted, i), found: spaced(found, start + i) };
  }
  return undefined;
}

function boundaryFault(wanted: Strand, found: Strand, i: number, there: number): Difference['kind'] | undefined {
  if (wanted.white.has(i)) return found.white.has(there) || found.soft.has(there) ? undefined : 'joined';
  const between = isLetter(wanted.letters[i - 1]) && isLetter(wanted.letters[i]);
  if (!between || wanted.loose.some(([from, to]) => from < i && i < to)) return undefined;
  return found.white.has(there) || found.soft.has(there) ? 'torn' : undefined;
}

const isLetter = (sign = '') => /\p{L}/u.test(sign);

/** How many letters of the one stand in the other in one run, from its first. */
function longestPrefix(letters: string, text: string): number {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(letters.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

const around = (letters: string, at: number) => letters.slice(Math.max(0, at - 24), at + 32);

/** Letters around a place with the white between them. */
function spaced({ letters, white, soft }: Strand, at: number): string {
  let text = '';
  for (let i = Math.max(0, at - 16); i < Math.min(letters.length, at + 16); i++)
    text += (white.has(i) || soft.has(i) ? ' ' : '') + letters[i];
  return text.trim();
}
