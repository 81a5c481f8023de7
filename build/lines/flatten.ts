import type { InlineItem, Run } from './collected.ts';

/** The character that represents a box that is not text (U+FFFC). Lines do not break at it. */
export const object = '\ufffc';

/**
 * Consecutive characters of the flat text that are consecutive in their run, too; a box that is not text has no run.
 */
export interface FlatSpan {
  /** Index of its first character in the flat text, and of the first after it. */
  from: number;
  to: number;
  run: Run | undefined;
  /** Offset of its first character in the run. */
  offset: number;
}

/**
 * The text of a part as it is set, with spaces collapsed; each character can be traced to its run and its offset there.
 */
export interface Flat {
  text: string;
  spans: FlatSpan[];
  /** Text of the boxes, by index. */
  boxTexts: Map<number, string>;
  /** Widths in px, by index: of the boxes, and of element edges before a character. */
  boxWidths: Map<number, number>;
  edgeWidths: Map<number, number>;
  /** Indexes of the characters that follow a soft hyphen of the author’s, and a `<wbr>`. */
  soft: Set<number>;
  wbr: Set<number>;
}

/** Joins the runs of a part. Spaces at its beginning and end are dropped, and all but the first of several. */
export function flatten(part: readonly InlineItem[]): Flat {
  const flat: Flat = {
    text: '',
    spans: [],
    boxTexts: new Map(),
    boxWidths: new Map(),
    edgeWidths: new Map(),
    soft: new Set(),
    wbr: new Set(),
  };
  let pending = 0;
  const add = (text: string, run: Run | undefined, offset: number) => {
    if (text === '') return;
    const from = flat.text.length;
    if (pending !== 0) flat.edgeWidths.set(from, pending);
    pending = 0;
    flat.text += text;
    flat.spans.push({ from, to: flat.text.length, run, offset });
  };
  for (const inline of part) {
    if (inline.kind === 'edge') pending += inline.width;
    else if (inline.kind === 'wbr') flat.wbr.add(flat.text.length);
    else if (inline.kind === 'box') {
      flat.boxWidths.set(flat.text.length, inline.width);
      flat.boxTexts.set(flat.text.length, inline.text);
      add(object, undefined, 0);
    } else addRun(flat, inline, add);
  }
  if (flat.text.endsWith(' ')) {
    const at = flat.text.length - 1;
    pending += flat.edgeWidths.get(at) ?? 0;
    flat.edgeWidths.delete(at);
    flat.text = flat.text.slice(0, -1);
    const last = flat.spans.at(-1);
    if (last && --last.to === last.from) flat.spans.pop();
  }
  if (pending !== 0) flat.edgeWidths.set(flat.text.length, pending);
  return flat;
}

/** Adds a run, in as few spans as its collapsed spaces allow. */
function addRun(flat: Flat, run: Run, add: (text: string, run: Run, offset: number) => void): void {
  const { text } = run;
  const known = flat.spans.length;
  let at = 0;
  for (const { 0: spaces, index } of text.matchAll(/[ \t\n\r]+/g)) {
    const afterSpace = index === 0 && (flat.text === '' || flat.text.endsWith(' '));
    if (spaces === ' ' && !afterSpace) continue;
    add(text.slice(at, index), run, at);
    if (!afterSpace) add(' ', run, index);
    at = index + spaces.length;
  }
  add(text.slice(at), run, at);
  if (!run.soft) return;
  const spans = flat.spans.slice(known);
  for (const soft of run.soft) {
    const span = spans.find(({ offset, from, to }) => soft >= offset && soft < offset + to - from);
    flat.soft.add(span ? span.from + soft - span.offset : flat.text.length);
  }
}

/** The span that contains a character, found by bisection. */
export function spanAt({ spans }: Flat, index: number): FlatSpan | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as FlatSpan;
    if (index < span.from) high = middle - 1;
    else if (index >= span.to) low = middle + 1;
    else return span;
  }
  return undefined;
}
