import type { PlacedComment } from './place-comments.ts';
import type { CommentKind } from './read-comments.ts';

/** The names of kinds of comments. */
export const kindNames: Readonly<Record<CommentKind, string>> = {
  highlight: 'highlighted',
  underline: 'underlined',
  squiggly: 'underlined with a wave',
  'strike-out': 'struck out',
  insertion: 'put in',
  replacement: 'replaced',
  note: 'a note',
  text: 'a text on the page',
  drawing: 'drawn',
  stamp: 'a stamp',
  other: 'a remark',
};

/** The reasons why a change cannot be made, and what helps. */
export const unfitNames: Readonly<Record<NonNullable<PlacedComment['unfit']>, string>> = {
  rejected: 'It was rejected.',
  gone: 'Its words are not in the manuscript any more.',
  unsure: 'Its words stand in several places; which is meant is not sure.',
  marks: 'Its words have marks among them, or come from elsewhere: make this change by hand.',
  remark: 'Its remark may be the new words: --replace puts them there, --apply takes the struck words out.',
  empty: 'It does not say what to put in.',
  done: 'It is made already.',
};

/** The words of a comment as a line shows them, the middle left out of many. */
export function shortened(words: string, most = 160): string {
  const signs = [...words];
  if (signs.length <= most) return words;
  const half = Math.floor((most - 3) / 2);
  return `${signs.slice(0, half).join('')} … ${signs.slice(-half).join('')}`;
}
