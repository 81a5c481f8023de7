import { type BreakKind, findBreaks } from './breaks.ts';
import type { Run, RunStyle } from './galley.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { LineStyle } from './line-properties.ts';

/** A word in a style, and where lines may end in it. The same word elsewhere is the same entry. */
export interface Word {
  kind: 'word';
  style: number;
  text: string;
  /** Offsets at which a line may end, in order; the word’s own length where what follows is not a space. */
  breaks: readonly { at: number; kind: BreakKind }[];
  /** How the block is set that it stands in: what its breaks cost, and how far its signs hang. */
  line: LineStyle;
  /** What it is for the breaker, once it is measured. */
  boxes?: Box[];
}

/** A part of a word that is never parted; see {@link addBox} and {@link addPenalty}. */
export interface Box {
  /** Offset of its first letter. */
  at: number;
  width: number;
  letters: number;
  hangStart: number;
  hangEnd: number;
  /** What a break after it costs. */
  penalty?: { at: number; cost: number; width: number; hang: number; hyphen: boolean };
}

/** A space in a style: U+0020, or one that does not break, but grows and shrinks as others do. */
export interface Gap {
  kind: 'gap';
  style: number;
  text: string;
  breaks: boolean;
  /** In px, once it is measured. */
  width?: number;
}

/** Something that is not text; px. */
export interface Thing {
  kind: 'thing';
  width: number;
}

export type Piece = Word | Gap | Thing;

/** All words and spaces of a galley. */
export interface Lexicon {
  /** Those that have not been measured yet. */
  fresh: (Word | Gap)[];
  /** The words of runs that are alike, by their text: for words that are all in one run, and for such as are in several. */
  shelfOf(run: Run, line: LineStyle): Shelf;
  styles: readonly RunStyle[];
}

/** A part of the lexicon. */
export interface Shelf {
  /** A number that no other shelf has. */
  number: number;
  words: Map<string, Word>;
  gaps: Map<string, Gap>;
  /** Words of several runs, of which the first is this shelf’s. */
  mixed: Map<string, Word[]>;
}

/** An empty lexicon; `styles` may still grow. */
export function newLexicon(styles: readonly RunStyle[]): Lexicon {
  const shelves = new Map<LineStyle, Shelf[]>();
  let count = 0;
  return {
    fresh: [],
    styles,
    shelfOf({ style }, line) {
      const all = shelves.get(line) ?? [];
      shelves.set(line, all);
      all[style] ??= { number: count++, words: new Map(), gaps: new Map(), mixed: new Map() };
      return all[style];
    },
  };
}

/** How many letters a line of a measure in px has at most. */
export function mostLetters(measure: number, { size }: Pick<RunStyle, 'size'>, line: LineStyle): number {
  return measure / (line['letter-least-width'] * size);
}

/** A piece without a space, all of it in one run; `measure` is that of its lines in px. */
export function lookUp(
  { fresh, styles }: Lexicon,
  { words }: Shelf,
  text: string,
  run: Run,
  line: LineStyle,
  measure: number,
  hyphenate: Hyphenate,
): Word {
  const known = words.get(text);
  const style = styles[run.style] as RunStyle;
  if (known && !style.anywhere) return known;
  const most = mostLetters(measure, style, line);
  // What may be broken anywhere depends on the measure; such words are few.
  if (known && text.length <= most) return known;
  const inside = (at: number) => (at < 0 || at >= text.length ? undefined : style);
  const found = findBreaks(text, inside, new Set(), hyphenate, most, line['compound-part']);
  const breaks = [...found].map(([at, kind]) => ({ at, kind })).sort((a, b) => a.at - b.at);
  const word: Word = { kind: 'word', style: run.style, text, breaks, line };
  words.set(text, word);
  fresh.push(word);
  return word;
}

/** A space in a run. */
export function gapIn({ fresh, styles }: Lexicon, { gaps }: Shelf, text: string, run: Run): Gap {
  const known = gaps.get(text);
  if (known) return known;
  const gap: Gap = { kind: 'gap', style: run.style, text, breaks: text === ' ' && styles[run.style]?.wraps === true };
  gaps.set(text, gap);
  fresh.push(gap);
  return gap;
}
