import type { Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';

declare module 'mdast' {
  interface TextData {
    /** The indexes of characters that were escaped, where the text does not stand in the source as it was read. */
    escapes?: number[];
  }
}

/** The indexes of a value’s characters that its source escapes. */
export function escapesIn(value: string, raw: string): number[] {
  return /[\\&]/.test(raw) ? [...align(value, raw).escapes] : [];
}

/** A text node together with the source it was read from. */
export interface SourceText {
  /** True if the character at an index of the value was escaped by a backslash or written as a character reference. */
  isEscaped(index: number): boolean;
  /** Returns the position of a range of the value in the file. */
  positionOf(from: number, to: number): Position | undefined;
  /** Returns a text node of a range of the value, with its position. */
  slice(from: number, to?: number): Text;
}

/**
 * The alignment of a value with its source: for each index of the value, the offset in the source; and the indexes of
 * escaped characters.
 */
interface Alignment {
  offsets: number[];
  escapes: Set<number>;
  /** The offset of each line in the source. */
  lines: number[];
}

/**
 * Aligns a text node’s value with its source. They differ by escapes, character references and the marks at the
 * beginning of continued lines (`> `, indent), which the value does not have. The alignment is computed on first use.
 */
export function sourceText(node: Text, file: VFile): SourceText {
  const { value, position: whole } = node;
  const from = whole?.start.offset;
  const to = whole?.end.offset;
  if (!whole || from === undefined || to === undefined) {
    const { escapes = [] } = node.data ?? {};
    const slice = (start: number, end = value.length): Text => {
      const own = escapes.filter((at) => at >= start && at < end).map((at) => at - start);
      return {
        type: 'text',
        value: value.slice(start, end),
        ...(whole ? { position: whole } : {}),
        ...(own.length > 0 ? { data: { escapes: own } } : {}),
      };
    };
    return { isEscaped: (index) => escapes.includes(index), positionOf: () => whole, slice };
  }
  const raw = String(file).slice(from, to);
  let walked: Alignment | undefined;
  const map = (): Alignment => {
    walked ??= align(value, raw);
    return walked;
  };
  const point = (index: number): Point => {
    const at = map().offsets[index] ?? raw.length;
    const { lines } = map();
    const last = lines.findLastIndex((offset) => offset <= at);
    return {
      line: whole.start.line + last,
      column: at - (lines[last] ?? 0) + (last > 0 ? 1 : whole.start.column),
      offset: from + at,
    };
  };
  const position = (start: number, end: number): Position => ({ start: point(start), end: point(end) });
  return {
    isEscaped: (index) => map().escapes.has(index),
    positionOf: position,
    slice: (start, end = value.length) => ({
      type: 'text',
      value: value.slice(start, end),
      position: start === 0 && end === value.length ? whole : position(start, end),
    }),
  };
}

function align(value: string, raw: string): Alignment {
  const offsets: number[] = [];
  const escapes = new Set<number>();
  let r = 0;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\n') while (raw[r] !== '\n' && /\s/.test(raw[r] ?? '')) r++;
    else if (value[i - 1] === '\n') while (raw[r] !== value[i] && /[\s>]/.test(raw[r] ?? '')) r++;
    if (raw[r] === '\\' && isEscape(raw[r + 1] ?? '', value[i] as string)) {
      escapes.add(i);
      offsets.push(r);
      r += 2;
      continue;
    }
    const reference = referenceAt(raw, r);
    if (reference && value.startsWith(reference.meaning, i)) {
      for (const _ of reference.meaning.split('')) {
        escapes.add(offsets.length);
        offsets.push(r);
      }
      i = offsets.length - 1;
      r += reference.length;
      continue;
    }
    offsets.push(r);
    r++;
  }
  offsets.push(Math.min(r, raw.length));
  return { offsets, escapes, lines: [0, ...[...raw.matchAll(/\n/g)].map(({ index }) => index + 1)] };
}

/**
 * True if a backslash before a character is an escape: of punctuation (CommonMark 0.31, 2.4), or of a non-breaking
 * space.
 */
function isEscape(written: string, character: string): boolean {
  return written === ' ' ? character === '\u00a0' : written === character && /[!-/:-@[-`{-~]/.test(written);
}

/** Returns the character reference that begins at an offset, and the character it represents. */
function referenceAt(raw: string, offset: number): { length: number; meaning: string } | undefined {
  if (raw[offset] !== '&') return undefined;
  const source = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,30});/.exec(
    raw.slice(offset, offset + 40),
  )?.[0];
  if (!source) return undefined;
  const meaning = meanings.get(source) ?? decode(source);
  meanings.set(source, meaning);
  return meaning === source ? undefined : { length: source.length, meaning };
}

/** Known character references; the parser knows what they mean, but is slow. */
const meanings = new Map<string, string>();

function decode(reference: string): string {
  const [paragraph] = fromMarkdown(reference).children;
  const [text] = paragraph && 'children' in paragraph ? paragraph.children : [];
  return text?.type === 'text' ? text.value : reference;
}
