import { characterKinds, delimiter, operandStart, space } from '../file/syntax.ts';

/** True if a token is an operand. Anything that is not PDF syntax is not. */
export function isOperand(text: string, at: number, end: number): boolean {
  return beginsOperand(text.charCodeAt(at)) || (end - at > 3 && /^(true|false|null)$/.test(text.slice(at, end)));
}

/** Skips white space and comments (7.2.3, 7.2.4); returns where the next token begins. */
export function nextContentToken(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === percent) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    } else if (!isSpace(code)) break;
  }
  return at;
}

/** Returns where the white space before a position begins. */
export function spaceBefore(text: string, place: number): number {
  let at = place;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Returns where the token ends that begins at a position. A whole string, array or dictionary is one token. */
export function contentTokenEnd(text: string, at: number): number {
  if (characterKinds[text.charCodeAt(at)] === (delimiter | operandStart))
    switch (text[at]) {
      case '(':
        return stringEnd(text, at);
      case '[':
        return nestedEnd(text, at, '[', ']');
      case '<':
        if (text[at + 1] === '<') return nestedEnd(text, at, '<<', '>>');
        return endAfter(text, '>', at);
    }
  let end = at + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !isDelimiter(text.charCodeAt(end))) end++;
  return end;
}

function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}

function nestedEnd(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    if (text[at] === '(') at = stringEnd(text, at);
    else if (text.startsWith(open, at)) {
      depth++;
      at += open.length;
    } else if (text.startsWith(close, at)) {
      at += close.length;
      if (--depth === 0) return at;
    } else if (text[at] === '<') at = endAfter(text, '>', at);
    else at++;
  }
  return text.length;
}

/**
 * The positions of an inline image (8.9.7): the end of its dictionary, the beginning and end of its data, and where the
 * content goes on.
 */
export function locateInlineImage(
  text: string,
  from: number,
): { id: number; data: number; end: number; after: number } {
  const opening = /\sID\s/g;
  opening.lastIndex = Math.max(0, from - 1);
  const id = opening.exec(text)?.index;
  if (id === undefined) return { id: text.length, data: text.length, end: text.length, after: text.length };
  const closing = /\sEI(?=\s|$)/g;
  closing.lastIndex = opening.lastIndex;
  const end = closing.exec(text)?.index ?? text.length;
  return { id, data: opening.lastIndex, end, after: Math.min(text.length, end + 3) };
}

/**
 * Returns where the run of text ends that begins at a position: the same position if none does. Runs are most of a
 * page, and a regular expression reads them fastest.
 */
export function runEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== less) return at;
  run.lastIndex = at;
  return run.test(text) ? run.lastIndex : at;
}

const run = /<[\dA-Fa-f]*> Tj[\n\r ](?:[\d.]+ 0 Td <[\dA-Fa-f]*> Tj[\n\r ])*/y;

function endAfter(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}

const percent = '%'.charCodeAt(0);
const less = '<'.charCodeAt(0);
const isSpace = (code: number) => characterKinds[code] === space;
const isDelimiter = (code: number) => ((characterKinds[code] ?? 0) & delimiter) !== 0;
const beginsOperand = (code: number) => ((characterKinds[code] ?? 0) & operandStart) !== 0;
