/**
 * Finds where an address may be broken, as indexes of the characters that would begin the next line: after a colon and
 * a double slash; before a single slash, a full stop, a comma and other punctuation, so that this is not taken for the
 * end of a sentence; before and after an equals sign and an ampersand. Never beside a hyphen, which readers could not
 * tell from one that belongs to the address. No single letter is left.
 */
export function addressBreaks(text: string): number[] {
  const end = endOf(text);
  return indexes(text, places).filter((index) => index >= minBefore && end - index >= minAfter);
}

/** The hyphens of an address, before which it may be broken if it has a part that is longer than its line. */
export function hyphensOfAddress(text: string): number[] {
  const end = endOf(text);
  return indexes(text, hyphens).filter((index) => end - index >= minAfter);
}

/** The length of an address: punctuation that ends a sentence or closes a bracket is not part of it. */
function endOf(text: string): number {
  return text.replace(/[.,;:!?)\]}»”"’>]+$/u, '').length;
}

function indexes(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

/** What may come after a break: a letter or figure, or one in percent signs. */
const sign = '[\\p{L}\\p{N}%]';
const places = new RegExp(
  [
    // After a double slash, a colon, an equals sign, an ampersand.
    `(?<=:\\/\\/|[\\p{L}\\p{N}][:=&])(?=${sign})`,
    // Before a single slash.
    `(?<=[\\p{L}\\p{N}])(?=\\/(?:${sign}|[~_?#]))`,
    // Before other punctuation; a DOI's prefix, 10.1234, stays whole.
    `(?<=[\\p{L}\\p{N}])(?<!\\b10(?=\\.\\d{4}))(?=[.,?&=_@#%~+]${sign})`,
  ].join('|'),
  'gu',
);
const hyphens = /(?<=[\p{L}\p{N}]{2})(?=[-‐][\p{L}\p{N}]{2})/gu;
/** The fewest characters before and after a break. */
const minBefore = 4;
const minAfter = 3;
