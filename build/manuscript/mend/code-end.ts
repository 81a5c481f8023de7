/** The end of the code that begins at a backtick of a text; behind its signs if it does not end there. */
export function codeEnd(text: string, at: number): number {
  const signs = /^`+/.exec(text.slice(at))?.[0] ?? '`';
  const end = text.indexOf(signs, at + signs.length);
  return end < 0 ? at + signs.length : end + signs.length;
}
