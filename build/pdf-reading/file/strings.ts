/** Returns the bytes of a string as a content stream writes it: `<0018>` or `(a\)b)` (ISO 32000-1, 7.3.4). */
export function stringBytes(token: string): Uint8Array {
  return token[0] === '<' ? hexBytes(token) : literalBytes(token);
}

/** Returns the bytes of all strings of an operand: a string, or an array of strings and numbers. */
export function operandBytes(operand: string): Uint8Array {
  if (operand[0] !== '[') return stringBytes(operand);
  const parts = [...operand.matchAll(/<[^>]*>|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)/g)];
  return Buffer.concat(parts.map(([part]) => stringBytes(part)));
}

/** Returns the text of a text string: UTF-16 or UTF-8 with a byte order mark, else Latin 1 (7.9.2.2). */
export function textOfBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(buffer.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return buffer.toString('utf8', 3);
  return buffer.toString('latin1');
}

/** Decodes UTF-16, big-endian, as PDF has it. */
export function utf16(bytes: Uint8Array): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return even.swap16().toString('utf16le');
}

function hexBytes(token: string): Uint8Array {
  // Chrome writes most strings as one glyph.
  if (token.length === 6 && /^<[\da-fA-F]{4}>$/.test(token)) {
    const code = Number.parseInt(token.slice(1, 5), 16);
    return Uint8Array.of(code >> 8, code & 255);
  }
  const digits = token.replace(/[^\da-f]/gi, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalBytes(token: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 1; i < token.length - 1; i++) {
    if (token[i] !== '\\') {
      bytes.push(token.charCodeAt(i));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(token.slice(i + 1, i + 4))?.[0];
    if (octal) {
      bytes.push(Number.parseInt(octal, 8) & 255);
      i += octal.length;
      continue;
    }
    const sign = token[++i] as string;
    if (sign === '\r' && token[i + 1] === '\n') i++;
    else if (sign !== '\n' && sign !== '\r') bytes.push(escapes[sign] ?? sign.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
