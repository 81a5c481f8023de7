/** A text with places for values, as the tables of messages write it. */
export type Pattern = readonly Part[];

/** A part of a pattern: text, or a place. Places are numbered. */
export type Part = string | Slot;

/**
 * A place in a pattern. `{1}` is a value as it is; `{~1}` a value that is words, or a list of them, and is translated
 * too; `{1?a|b}` one of several texts, in a translation by the one that stands there in English; `{1#a|b|c}` one of the
 * forms that a noun has beside the number at that place.
 */
export interface Slot {
  number: number;
  by: 'value' | 'words' | 'choice' | 'plural';
  of: Pattern[];
}

/** Reads a pattern. Braces and bars that begin no place are text; within a place, a backslash makes them that. */
export function readPattern(text: string): Pattern {
  return readParts(text, 0, false).parts;
}

/** The places of a pattern, with those within others. */
export function patternSlots(pattern: Pattern): Slot[] {
  return pattern.flatMap((part) => (typeof part === 'string' ? [] : [part, ...part.of.flatMap(patternSlots)]));
}

const opening = /\{(~?)(\d+)([?#}])/y;

function readParts(text: string, from: number, isInside: boolean): { parts: Pattern; end: number } {
  const parts: Part[] = [];
  let plain = '';
  let at = from;
  const flush = (): void => {
    if (plain !== '') parts.push(plain);
    plain = '';
  };
  while (at < text.length) {
    const sign = text[at] as string;
    if (isInside && (sign === '|' || sign === '}')) break;
    opening.lastIndex = at;
    const place = sign === '{' ? opening.exec(text) : null;
    if (place) {
      flush();
      const read = readPlace(text, place);
      parts.push(read.place);
      at = read.end;
    } else if (isInside && sign === '\\') {
      plain += text[at + 1] ?? '';
      at += 2;
    } else {
      plain += sign;
      at += 1;
    }
  }
  flush();
  return { parts, end: at };
}

function readPlace(text: string, [head, words, number, sign]: RegExpExecArray): { place: Slot; end: number } {
  let end = opening.lastIndex;
  if (sign === '}') return { place: { number: Number(number), by: words ? 'words' : 'value', of: [] }, end };
  const of: Pattern[] = [];
  do {
    const read = readParts(text, end, true);
    of.push(read.parts);
    end = read.end + 1;
  } while (text[end - 1] === '|');
  if (text[end - 1] !== '}') throw new Error(`The place ${head} is not closed: ${text}`);
  return { place: { number: Number(number), by: sign === '?' ? 'choice' : 'plural', of }, end };
}
