import { isRightToLeft, rightToLeftLetter } from './language-tag.ts';

/** The direction in which a text is written, as `dir` says it. */
export type Direction = 'ltr' | 'rtl';

/** The direction of a language. */
export function directionOf(lang: string): Direction {
  return isRightToLeft(lang) ? 'rtl' : 'ltr';
}

/** True if a text has letters, and all of them are written from right to left. */
export function isAllRightToLeft(text: string): boolean {
  return rightToLeftLetter.test(text) && !otherLetter.test(text);
}

/**
 * A text for a place that has no direction of its own, such as a bookmark: programs take it from the first letter, so a
 * mark goes before a word from right to left that begins a text from left to right.
 */
export function withBaseDirection(text: string): string {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return rightToLeftLetter.test(first) && otherLetter.test(text) ? `\u200e${text}` : text;
}

const otherLetter = new RegExp(`(?!${rightToLeftLetter.source})\\p{L}`, 'u');
