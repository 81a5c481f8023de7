/** Whether a token is an operand: what is no PDF syntax is not. */
export function isOperand(text: string, at: number, end: number): boolean {
  return beginsOperand(text.charCodeAt(at)) || (end - at > 3 && /^(true|false|null)$/.test(text.slice(at, end)));
}

/** Skips white space and comments (7.2.3, 7.2.4). */
export function nextToken(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === percent) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    } else if (!isSpace(code)) break;
  }
  return at;
}

/** Where the white space before a place begins. */
export function spaceBefore(text: string, place: number): number {
  let at = place;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the token ends that begins at a place: a whole string, array or dictionary is one. */
export function tokenEnd(text: string, at: number): number {
  if (kinds[text.charCodeAt(at)] === (delimiter | operand))
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

/** Where an inline image's dictionary ends, its data begin and end, and where the text goes on after it (8.9.7). */
export function inlineImage(text: string, from: number): { id: number; data: number; end: number; after: number } {
  const opening = /\sID\s/g;
  opening.lastIndex = Math.max(0, from - 1);
  const id = opening.exec(text)?.index;
  if (id === undefined) return { id: text.length, data: text.length, end: text.length, after: text.length };
  const closing = /\sEI(?=\s|$)/g;
  closing.lastIndex = opening.lastIndex;
  const end = closing.exec(text)?.index ?? text.length;
  return { id, data: opening.lastIndex, end, after: Math.min(text.length, end + 3) };
}

/** Where the run ends that begins at a place: the same place, where none does. A regular expression goes through these, most of a page, fastest, and needs no warming up. */
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
const [space, delimiter, operand] = [1, 2, 4];
/** What a byte can be: white space, a delimiter, the beginning of an operand. Content streams are long, and a table is quick. */
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = space;
for (const sign of ')>]{}%') kinds[sign.charCodeAt(0)] = delimiter;
for (const sign of '/(<[') kinds[sign.charCodeAt(0)] = delimiter | operand;
for (const sign of '+-.0123456789') kinds[sign.charCodeAt(0)] = operand;
const isSpace = (code: number) => kinds[code] === space;
const isDelimiter = (code: number) => ((kinds[code] ?? 0) & delimiter) !== 0;
const beginsOperand = (code: number) => ((kinds[code] ?? 0) & operand) !== 0;
