import type { Text } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';

/** A text node beside the source it was read from. */
export interface SourceText {
  /** Whether the character at an index of the value was escaped by a backslash or written as a character reference. */
  escaped(index: number): boolean;
  /** Position of a stretch of the value in the file. */
  position(from: number, to: number): Position | undefined;
  /** A text node of a stretch of the value, with its position. */
  slice(from: number, to?: number): Text;
}

/**
 * Walks a text node's value and its source side by side. They differ by escapes, character references and the marks at the head of
 * continued lines (`> `, indent), which the value has not.
 */
export function sourceText(node: Text, file: VFile): SourceText {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) {
    const slice = (start: number, end?: number): Text => ({ type: 'text', value: node.value.slice(start, end) });
    return { escaped: () => false, position: () => node.position, slice };
  }
  const raw = String(file).slice(from, to);
  const offsets: number[] = [];
  const escapes = new Set<number>();
  let r = 0;
  for (let i = 0; i < node.value.length; i++) {
    if (raw[r] === '\\' && raw[r + 1] === node.value[i] && raw[r + 1] !== '\\') {
      escapes.add(i);
      offsets.push(from + r);
      r += 2;
      continue;
    }
    if (raw[r] === '\\' && raw[r + 1] === '\\' && node.value[i] === '\\') {
      offsets.push(from + r);
      r += 2;
      continue;
    }
    if (raw[r] !== node.value[i]) {
      const reference = /^&(?:#\d+|#[xX][\da-fA-F]+|\w+);/.exec(raw.slice(r));
      if (reference) {
        escapes.add(i);
        offsets.push(from + r);
        r += reference[0].length;
        continue;
      }
      const next = raw.indexOf(node.value[i] as string, r);
      if (next >= 0) r = next;
    }
    offsets.push(from + r);
    r++;
  }
  offsets.push(Math.min(to, from + r));
  const points = location(file);
  const point = (offset: number) => points.toPoint(offset) ?? { line: 1, column: 1 };
  const position = (start: number, end: number): Position => ({
    start: point(offsets[start] ?? from),
    end: point(offsets[end] ?? to),
  });
  return {
    escaped: (index) => escapes.has(index),
    position,
    slice: (start, end = node.value.length) => ({
      type: 'text',
      value: node.value.slice(start, end),
      position: position(start, end),
    }),
  };
}
