/** A Roman numeral in capitals; empty for numbers below 1. */
export function romanNumeral(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of values) for (; left >= value; left -= value) text += sign;
  return text;
}

/**
 * A number in letters, as lists and pages have it: behind z comes aa, and then bb. Empty for numbers below 1. A letter
 * stands at most `most` times.
 */
export function letterNumeral(number: number, alphabet: string, most = Number.POSITIVE_INFINITY): string {
  if (number < 1) return '';
  return alphabet.charAt((number - 1) % alphabet.length).repeat(Math.min(most, Math.ceil(number / alphabet.length)));
}

export const latinLetters = 'abcdefghijklmnopqrstuvwxyz';

const values: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
