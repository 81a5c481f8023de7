import type { Point } from 'unist';

/** The line and column of an offset in a text. */
export function pointAt(source: string, offset: number): Point {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset };
}
