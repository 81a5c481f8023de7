/** The cells of a row. A bar after a backslash is text. */
export function cellsOf(row: string): string[] {
  const inner = row.replace(/^(?:(?:[-*+]|\d+[.)])[ \t]+)?\|?/, '').replace(/(?<!\\)\|$/, '');
  return (isRule(row) ? inner.replaceAll('+', '|') : inner).split(/(?<!\\)\|/);
}

/** True for the line between head and rows; a word processor turns its hyphens into dashes. */
export function isRule(text: string): boolean {
  return /\|/.test(text) && /^\|?[ \t]*:?[-–—]+:?[ \t]*(?:[|+][ \t]*:?[-–—]+:?[ \t]*)*\|?$/.test(text);
}

/** True if GitHub’s Markdown reads the line as one between head and rows, too. */
export function isGfmRule(text: string): boolean {
  return !/[+–—]/.test(text);
}

/** True if a row has a bar at both ends. */
export function isFramed(text: string): boolean {
  return /^\|.*[^\\]\|$/.test(text);
}
