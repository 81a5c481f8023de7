import { type BreakKind, findBreaks, isAddress } from './breaks.ts';
import type { Run } from './collected.ts';
import { type Flat, type FlatSpan, spanAt } from './flatten.ts';
import { type KeptAs, keptAs } from './kept-whole.ts';
import type { LineStyle } from './line-style.ts';
import {
  type CuttingContext,
  gapIn,
  keptMark,
  newWord,
  type Piece,
  type StyleEntries,
  type Word,
  type WordCache,
  withForcedBreaks,
  wordIn,
} from './word-cache.ts';

/** Cuts the text of a part into words, spaces and boxes, in order and without gaps. */
export function cutPieces(flat: Flat, cutting: CuttingContext): Piece[] {
  const pieces: Piece[] = [];
  const { cache, line } = cutting;
  const { text, spans } = flat;
  const marked = flat.edgeWidths.size + flat.soft.size + flat.wbr.size > 0;
  let at = 0;
  let kept: KeptAs;
  for (const { run, to: end } of spans) {
    if (at >= end) continue;
    if (!run) {
      pieces.push({ kind: 'object', width: flat.boxWidths.get(at) ?? 0 });
      at++;
      continue;
    }
    const entries = cache.entriesFor(run, line);
    while (at < end) {
      const sign = text.charCodeAt(at);
      if (isSpace(sign)) {
        pieces.push(gapIn(cutting, entries, text.charAt(at), run, kept === 'label'));
        at++;
        continue;
      }
      let to = at + 1;
      while (to < text.length && !endsWord(text.charCodeAt(to))) to++;
      kept = keptAs(text, at, to);
      if (to <= end && !(marked && isMarked(flat, at, to)))
        pieces.push(wordIn(cutting, entries, text.slice(at, to), run, kept));
      else pieces.push(...wordsIn(flat, at, to, marked, kept, entries, cutting));
      at = to;
    }
  }
  return pieces;
}

/** Gives further breaks to the measured words that are wider than a line of `measure` px. */
export function fitPieces(pieces: readonly Piece[], measure: number, cutting: CuttingContext): readonly Piece[] {
  const wide = (piece: Piece) => piece.kind === 'word' && piece.widest > measure;
  if (!pieces.some(wide)) return pieces;
  return pieces.map((piece) =>
    piece.kind === 'word' && wide(piece) ? withForcedBreaks(cutting.cache, piece, cutting.hyphenate) : piece,
  );
}

/** True for a space and for a no-break space, which stretches and shrinks as others do. */
function isSpace(sign: number): boolean {
  return sign === 0x20 || sign === 0xa0;
}

function endsWord(sign: number): boolean {
  return isSpace(sign) || sign === 0xfffc;
}

/** True if a piece contains an element’s edge, a soft hyphen or a `<wbr>`, or a `<wbr>` follows it. */
function isMarked({ edgeWidths, soft, wbr }: Flat, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (soft.has(at) || wbr.has(at) || (at > from && edgeWidths.has(at))) return true;
  return wbr.has(to);
}

/** The words, one for each run, of a piece that continues over several runs or has marks of the author’s. */
function wordsIn(
  flat: Flat,
  from: number,
  to: number,
  marked: boolean,
  kept: KeptAs,
  entries: StyleEntries,
  cutting: CuttingContext,
): Word[] {
  const { cache, line } = cutting;
  const spans = spansIn(flat, from, to);
  const plain = !(marked && isMarked(flat, from, to));
  const key = plain ? keptMark(kept) + keyOf(flat, from, to, spans, cache, line) : '';
  const known = plain ? entries.mixed.get(key) : undefined;
  if (known) return known;
  const words: Word[] = [];
  const breaks = breaksIn(flat, from, to, kept, cutting);
  const address = isAddress(flat.text.slice(from, to));
  for (let start = from; start < to; ) {
    const { run, to: limit } = spanAt(flat, start) as FlatSpan & { run: Run };
    let end = start + 1;
    while (end < to && end < limit && !flat.edgeWidths.has(end)) end++;
    const inside: { at: number; kind: BreakKind }[] = [];
    for (let at = start + 1; at <= end; at++) {
      const kind = breaks.get(at);
      if (kind) inside.push({ at: at - start, kind });
    }
    words.push(newWord(cache, { style: run.style, text: flat.text.slice(start, end), breaks: inside, address, line }));
    start = end;
  }
  if (plain) entries.mixed.set(key, words);
  return words;
}

/** The spans that a piece overlaps. */
function spansIn(flat: Flat, from: number, to: number): FlatSpan[] {
  const spans: FlatSpan[] = [];
  for (let span = spanAt(flat, from); span && span.from < to; span = spanAt(flat, span.to)) spans.push(span);
  return spans;
}

/** The key of a piece of several runs: the style and text of each. */
function keyOf(
  flat: Flat,
  from: number,
  to: number,
  spans: readonly FlatSpan[],
  cache: WordCache,
  line: LineStyle,
): string {
  return spans
    .map((span) => {
      const text = flat.text.slice(Math.max(from, span.from), Math.min(to, span.to));
      return `${cache.entriesFor(span.run as Run, line).number} ${text}`;
    })
    .join(' ');
}

/** The places where lines may end in a piece, by index in the flat text. */
function breaksIn(
  flat: Flat,
  from: number,
  to: number,
  kept: KeptAs,
  { cache, hyphenate, line }: CuttingContext,
): Map<number, BreakKind> {
  const { styles } = cache;
  const stretchOf = (at: number) => {
    const run = at < 0 || at >= to - from ? undefined : spanAt(flat, from + at)?.run;
    return run && styles[run.style];
  };
  const soft = new Set<number>();
  for (let at = from + 1; flat.soft.size > 0 && at < to; at++) if (flat.soft.has(at)) soft.add(at - from);
  const found = new Map<number, BreakKind>();
  const text = flat.text.slice(from, to);
  for (const [at, kind] of findBreaks(text, stretchOf, soft, hyphenate, line['compound-part'], kept))
    found.set(from + at, kind);
  for (let at = from + 1; flat.wbr.size > 0 && at < to; at++) if (flat.wbr.has(at)) found.set(at, 'address');
  return found;
}
