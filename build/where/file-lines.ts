/** A place in a file as editors count: lines and columns from 1, columns in UTF-16 code units. */
export interface LinePoint {
  line: number;
  column: number;
}

/** A file’s text with the offset at which each of its lines begins. */
export interface FileLines {
  text: string;
  starts: number[];
}

/** Finds the lines of a file’s text. An end of line at the end of the file begins no other line. */
export function linesOfFile(text: string): FileLines {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return { text, starts };
}

/** The offset of a point; the end of the line for a column that the line does not have. */
export function offsetOfPoint({ text, starts }: FileLines, { line, column }: LinePoint): number {
  const start = starts[line - 1] ?? text.length;
  return Math.min(start + column - 1, start + lineText({ text, starts }, line).length);
}

/** The line on which an offset is, counted from 1. */
export function lineAt({ starts }: FileLines, offset: number): number {
  return Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
}

/** The text of a line, without its end. */
export function lineText({ text, starts }: FileLines, line: number): string {
  return text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
}
