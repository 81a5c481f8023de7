import { type BreakKind, findBreaks, type Stretch } from './breaks.ts';
import type { Flat } from './flatten.ts';
import type { Block, Run } from './galley.ts';
import type { Hyphenate } from './hyphenate.ts';
import { type Entry, type Lexicon, mostLetters } from './lexicon.ts';

/** A word, a space or a thing, in the order of the text; `from` is its index there. */
export type Piece =
  | { kind: 'word'; from: number; entry: Entry }
  | { kind: 'gap'; from: number; run: Run; text: string }
  | { kind: 'thing'; from: number };

/** Cuts a part’s text into words, spaces and things. */
export function cutPieces(flat: Flat, block: Block, lexicon: Lexicon, hyphenate: Hyphenate): Piece[] {
  const pieces: Piece[] = [];
  const { text, runs } = flat;
  // No-break spaces grow and shrink as others do.
  for (const { 0: token, index: from } of text.matchAll(/[ \u00a0]|\ufffc|[^ \u00a0\ufffc]+/g)) {
    const run = runs[from];
    if (!run) pieces.push({ kind: 'thing', from });
    else if (token === ' ' || token === '\u00a0') pieces.push({ kind: 'gap', from, run, text: token });
    else if (isWhole(flat, from, from + token.length)) {
      pieces.push({ kind: 'word', from, entry: lexicon.look(token, run, block.properties, block.measure, hyphenate) });
    } else pieces.push(...wordsIn(flat, from, token, block, lexicon, hyphenate));
  }
  return pieces;
}

/** Whether a piece is of one run, with nothing in it that is marked. */
function isWhole({ runs, edges, soft, wbr }: Flat, from: number, to: number): boolean {
  const run = runs[from];
  for (let at = from; at < to; at++) {
    if (runs[at] !== run || soft.has(at) || wbr.has(at) || (at > from && edges.has(at))) return false;
  }
  // A thing beside it has no part in it, but text of another run has.
  return !wbr.has(to);
}

/** The words, one for each run, of a piece that is of several, or has marks of the author’s. */
function wordsIn(
  flat: Flat,
  from: number,
  token: string,
  block: Block,
  lexicon: Lexicon,
  hyphenate: Hyphenate,
): Piece[] {
  const breaks = breaksIn(flat, from, token, block, lexicon, hyphenate);
  const pieces: Piece[] = [];
  const to = from + token.length;
  for (let start = from; start < to; ) {
    const run = flat.runs[start] as Run;
    let end = start + 1;
    while (end < to && flat.runs[end] === run && !flat.edges.has(end)) end++;
    const inside: { at: number; kind: BreakKind }[] = [];
    for (let at = start + 1; at <= end; at++) {
      const kind = breaks.get(at);
      if (kind) inside.push({ at: at - start, kind });
    }
    const text = flat.text.slice(start, end);
    const entry = lexicon.add({ style: run.style, text, breaks: inside, properties: block.properties });
    pieces.push({ kind: 'word', from: start, entry });
    start = end;
  }
  return pieces;
}

/** Where lines may end in a piece, by index in the flat text. */
function breaksIn(
  flat: Flat,
  from: number,
  token: string,
  block: Block,
  lexicon: Lexicon,
  hyphenate: Hyphenate,
): Map<number, BreakKind> {
  const { styles } = lexicon;
  const stretches = new Map<Run, Stretch>();
  const stretchOf = (at: number) => {
    const run = at < 0 || at >= token.length ? undefined : flat.runs[from + at];
    if (!run) return undefined;
    const stretch = stretches.get(run) ?? { ...run, lang: styles[run.style]?.lang ?? '' };
    stretches.set(run, stretch);
    return stretch;
  };
  const to = from + token.length;
  const soft = new Set([...flat.soft].filter((at) => at > from && at < to).map((at) => at - from));
  const most = mostLetters(block.measure, styles[flat.runs[from]?.style ?? 0]?.size ?? 1);
  const found = new Map<number, BreakKind>();
  for (const [at, kind] of findBreaks(token, stretchOf, soft, hyphenate, most)) found.set(from + at, kind);
  for (const at of flat.wbr) if (at > from && at < to) found.set(at, 'address');
  return found;
}
