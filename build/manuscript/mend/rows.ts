/** The cells of a row. A bar behind a backslash is a sign. */
export function cellsOf(row: string): string[] {
  const inner = row.replace(/^(?:(?:[-*+]|\d+[.)])[ \t]+)?\|?/, '').replace(/(?<!\\)\|$/, '');
  return (isRule(row) ? inner.replaceAll('+', '|') : inner).split(/(?<!\\)\|/);
}

/** The line between head and rows; a word processor makes dashes of its hyphens. */
export function isRule(text: string): boolean {
  return /\|/.test(text) && /^\|?[ \t]*:?[-–—]+:?[ \t]*(?:[|+][ \t]*:?[-–—]+:?[ \t]*)*\|?$/.test(text);
}

/** Whether GitHub’s Markdown knows it, too. */
export function isGfmRule(text: string): boolean {
  return !/[+–—]/.test(text);
}

/** Whether a bar stands at either end. */
export function isFramed(text: string): boolean {
  return /^\|.*[^\\]\|$/.test(text);
}
