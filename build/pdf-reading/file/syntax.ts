/**
 * The kinds of bytes in a PDF (ISO 32000-1, 7.2.2): white space, a delimiter, a digit, the beginning of an operand of a
 * content stream. All others are regular.
 */
export const [space, delimiter, digit, operandStart] = [1, 2, 4, 8];

/** The kinds of each byte, as flags. Files are long, and a table is fast. */
export const characterKinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) characterKinds[code] = space;
for (const sign of ')>]{}%') characterKinds[sign.charCodeAt(0)] = delimiter;
for (const sign of '/(<[') characterKinds[sign.charCodeAt(0)] = delimiter | operandStart;
for (const sign of '+-.') characterKinds[sign.charCodeAt(0)] = operandStart;
for (const sign of '0123456789') characterKinds[sign.charCodeAt(0)] = digit | operandStart;

/** True for the byte of a digit, 0 to 9. */
export const isDigit = (code: number): boolean => ((characterKinds[code] as number) & digit) !== 0;

/** Skips white space and comments (7.2.3); returns where the next token begins. */
export function nextToken(bytes: Buffer, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    const code = bytes[at] as number;
    if (code === 0x25) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (characterKinds[code] !== space) break;
  }
  return at;
}

/** Returns where the token ends that begins at `from` and is not a delimiter. */
export function tokenEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && ((characterKinds[bytes[at] as number] as number) & (space | delimiter)) === 0) at++;
  return at;
}

/**
 * Parses the number between two positions; NaN if there is none. Up to 15 digits it is exact: the quotient of two whole
 * numbers that a double can hold.
 */
export function parseNumber(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === 0x2d;
  let [value, digits, point] = [0, 0, 0];
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const code = bytes[at] as number;
    if (isDigit(code)) {
      value = value * 10 + code - 0x30;
      digits++;
    } else if (code === 0x2e && point === 0) point = at;
    else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  if (digits > 15) return Number(bytes.toString('latin1', from, to));
  if (point > 0) value /= 10 ** (to - point - 1);
  return isNegative ? -value : value;
}

/** True if a word begins at a position. */
export function hasWord(bytes: Buffer, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Returns the error for syntax that cannot be read, with its position. */
export function unexpectedAt(bytes: Buffer, at: number, expected: string): Error {
  const found = bytes.toString('latin1', at, at + 20);
  return new Error(`The PDF has ${JSON.stringify(found)} at byte ${at}, where there should be ${expected}`);
}

/** Returns where the string ends that begins at `from`: the position after its last parenthesis (7.3.4). */
export function stringEnd(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === 0x5c) at++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return at + 1;
  }
  throw unexpectedAt(bytes, from, 'a string that ends');
}
