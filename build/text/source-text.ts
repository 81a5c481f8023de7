import type { Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';

/** A text node beside the source it was read from. */
export interface SourceText {
  /** Whether the character at an index of the value was escaped by a backslash or written as a character reference. */
  escaped(index: number): boolean;
  /** Position of a stretch of the value in the file. */
  position(from: number, to: number): Position | undefined;
  /** A text node of a stretch of the value, with its position. */
  slice(from: number, to?: number): Text;
}

/** For each index of a value where in the source it stands, and the indexes whose characters were escaped. */
interface Walk {
  offsets: number[];
  escapes: Set<number>;
  /** Where in the source each line begins. */
  lines: number[];
}

/**
 * Walks a text node's value and its source side by side. They differ by escapes, character references and the marks at the head of
 * continued lines (`> `, indent), which the value has not. The walk is only done when something is asked.
 */
export function sourceText(node: Text, file: VFile): SourceText {
  const { value, position: whole } = node;
  const from = whole?.start.offset;
  const to = whole?.end.offset;
  if (!whole || from === undefined || to === undefined) {
    const slice = (start: number, end?: number): Text => ({
      type: 'text',
      value: value.slice(start, end),
      ...(whole ? { position: whole } : {}),
    });
    return { escaped: () => false, position: () => whole, slice };
  }
  const raw = String(file).slice(from, to);
  let walked: Walk | undefined;
  const map = (): Walk => {
    walked ??= walk(value, raw);
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
    escaped: (index) => map().escapes.has(index),
    position,
    slice: (start, end = value.length) => ({
      type: 'text',
      value: value.slice(start, end),
      position: start === 0 && end === value.length ? whole : position(start, end),
    }),
  };
}

function walk(value: string, raw: string): Walk {
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

/** Whether a backslash before a sign is what a character of the text was written as: punctuation (CommonMark 0.31, 2.4), or a space that does not break. */
function isEscape(written: string, character: string): boolean {
  return written === ' ' ? character === '\u00a0' : written === character && /[!-/:-@[-`{-~]/.test(written);
}

/** The character reference that begins at an offset, and what it stands for. */
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

/** Character references met before; the parser knows what they mean, but is slow to ask. */
const meanings = new Map<string, string>();

function decode(reference: string): string {
  const [paragraph] = fromMarkdown(reference).children;
  const [text] = paragraph && 'children' in paragraph ? paragraph.children : [];
  return text?.type === 'text' ? text.value : reference;
}
