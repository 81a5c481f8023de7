import { type BreakKind, findBreaks } from './breaks.ts';
import { type Flat, type Span, spanAt } from './flatten.ts';
import type { Run } from './galley.ts';
import type { Hyphenate } from './hyphenate.ts';
import { force, gapIn, type Lexicon, lookUp, newWord, type Piece, type Shelf, type Word } from './lexicon.ts';
import type { LineStyle } from './line-properties.ts';

/** What cutting a text into pieces needs to know beside the text. */
export interface Cutting {
  lexicon: Lexicon;
  hyphenate: Hyphenate;
  /** How the block is set. */
  line: LineStyle;
}

/** Cuts a part’s text into words, spaces and things, in order: together they are all of it. */
export function cutPieces(flat: Flat, cutting: Cutting): Piece[] {
  const pieces: Piece[] = [];
  const { lexicon, line } = cutting;
  const { text, spans } = flat;
  const marked = flat.edges.size + flat.soft.size + flat.wbr.size > 0;
  let at = 0;
  for (const { run, to: end } of spans) {
    if (at >= end) continue;
    if (!run) {
      pieces.push({ kind: 'thing', width: flat.boxes.get(at) ?? 0 });
      at++;
      continue;
    }
    const shelf = lexicon.shelfOf(run, line);
    while (at < end) {
      const sign = text.charCodeAt(at);
      if (isSpace(sign)) {
        pieces.push(gapIn(lexicon, shelf, text.charAt(at), run));
        at++;
        continue;
      }
      let to = at + 1;
      while (to < text.length && !endsWord(text.charCodeAt(to))) to++;
      if (to <= end && !(marked && isMarked(flat, at, to)))
        pieces.push(lookUp(lexicon, shelf, text.slice(at, to), run, line, cutting.hyphenate));
      else pieces.push(...wordsIn(flat, at, to, marked, shelf, cutting));
      at = to;
    }
  }
  return pieces;
}

/** Pieces, once they are measured, for lines of so many px: what does not fit into one is broken where it should not. */
export function fitPieces(pieces: readonly Piece[], measure: number, cutting: Cutting): readonly Piece[] {
  const wide = (piece: Piece) => piece.kind === 'word' && piece.widest > measure;
  if (!pieces.some(wide)) return pieces;
  return pieces.map((piece) =>
    piece.kind === 'word' && wide(piece) ? force(cutting.lexicon, piece, cutting.hyphenate) : piece,
  );
}

/** No-break spaces grow and shrink as others do. */
function isSpace(sign: number): boolean {
  return sign === 0x20 || sign === 0xa0;
}

function endsWord(sign: number): boolean {
  return isSpace(sign) || sign === 0xfffc;
}

/** Whether something in a piece, or a `<wbr>` after it, is marked. */
function isMarked({ edges, soft, wbr }: Flat, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (soft.has(at) || wbr.has(at) || (at > from && edges.has(at))) return true;
  return wbr.has(to);
}

/** The words, one for each run, of a piece that is of several, or has marks of the author’s. */
function wordsIn(flat: Flat, from: number, to: number, marked: boolean, shelf: Shelf, cutting: Cutting): Word[] {
  const { lexicon, line } = cutting;
  const spans = spansIn(flat, from, to);
  const plain = !(marked && isMarked(flat, from, to));
  const key = plain ? keyOf(flat, from, to, spans, lexicon, line) : '';
  const known = plain ? shelf.mixed.get(key) : undefined;
  if (known) return known;
  const words: Word[] = [];
  const breaks = breaksIn(flat, from, to, cutting);
  for (let start = from; start < to; ) {
    const { run, to: limit } = spanAt(flat, start) as Span & { run: Run };
    let end = start + 1;
    while (end < to && end < limit && !flat.edges.has(end)) end++;
    const inside: { at: number; kind: BreakKind }[] = [];
    for (let at = start + 1; at <= end; at++) {
      const kind = breaks.get(at);
      if (kind) inside.push({ at: at - start, kind });
    }
    words.push(newWord(lexicon, { style: run.style, text: flat.text.slice(start, end), breaks: inside, line }));
    start = end;
  }
  if (plain) shelf.mixed.set(key, words);
  return words;
}

/** The spans that a piece goes through. */
function spansIn(flat: Flat, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let span = spanAt(flat, from); span && span.from < to; span = spanAt(flat, span.to)) spans.push(span);
  return spans;
}

/** What makes a piece of several runs: their shelves, and their texts. */
function keyOf(
  flat: Flat,
  from: number,
  to: number,
  spans: readonly Span[],
  lexicon: Lexicon,
  line: LineStyle,
): string {
  return spans
    .map((span) => {
      const text = flat.text.slice(Math.max(from, span.from), Math.min(to, span.to));
      return `${lexicon.shelfOf(span.run as Run, line).number} ${text}`;
    })
    .join(' ');
}

/** Where lines may end in a piece, by index in the flat text. */
function breaksIn(flat: Flat, from: number, to: number, { lexicon, hyphenate, line }: Cutting): Map<number, BreakKind> {
  const { styles } = lexicon;
  const stretchOf = (at: number) => {
    const run = at < 0 || at >= to - from ? undefined : spanAt(flat, from + at)?.run;
    return run && styles[run.style];
  };
  const soft = new Set<number>();
  for (let at = from + 1; flat.soft.size > 0 && at < to; at++) if (flat.soft.has(at)) soft.add(at - from);
  const found = new Map<number, BreakKind>();
  const text = flat.text.slice(from, to);
  for (const [at, kind] of findBreaks(text, stretchOf, soft, hyphenate, line['compound-part']))
    found.set(from + at, kind);
  for (let at = from + 1; flat.wbr.size > 0 && at < to; at++) if (flat.wbr.has(at)) found.set(at, 'address');
  return found;
}
