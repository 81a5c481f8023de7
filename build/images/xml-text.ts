/** True if a file begins as XML does, in any encoding: image-size refuses SVGs that have no size of their own. */
export function isXml(data: Uint8Array): boolean {
  return /^\s*<[?!a-z]/i.test(new TextDecoder(markedEncoding(data) ?? 'utf-8').decode(data.subarray(0, 256)));
}

/**
 * Decodes an XML file by the encoding that its mark or its declaration names, else as UTF-8. Throws TypeError for bytes
 * that are invalid in it, RangeError for an unknown encoding.
 */
export function xmlText(data: Uint8Array): string {
  const head = Buffer.from(data.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  // A text that can be read byte by byte is not UTF-16, whatever it claims.
  const encoding = markedEncoding(data) ?? (/^utf-?16/i.test(declared) ? 'utf-8' : declared);
  return new TextDecoder(encoding, { fatal: true }).decode(data);
}

/** The encoding that the byte order mark of a file names (XML 1.0, appendix F.1). */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}
