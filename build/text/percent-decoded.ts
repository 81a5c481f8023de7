/** A text without its percent escapes (RFC 3986), or as it is written where one of them is wrong. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
