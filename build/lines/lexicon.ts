import { type BreakKind, findBreaks, forceBreaks } from './breaks.ts';
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
  /** What it is for the breaker, and how wide the widest part of it is that is never parted, in px; once it is measured. */
  boxes?: Box[];
  widest: number;
  /** The same word, if it has to be broken where it should not. */
  forced?: Word;
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

/** A word that is new to a lexicon. */
export function newWord({ fresh }: Lexicon, word: Pick<Word, 'style' | 'text' | 'line' | 'breaks'>): Word {
  const made: Word = { kind: 'word', widest: 0, ...word };
  fresh.push(made);
  return made;
}

/** A piece without a space, all of it in one run. */
export function lookUp(
  lexicon: Lexicon,
  { words }: Shelf,
  text: string,
  run: Run,
  line: LineStyle,
  hyphenate: Hyphenate,
): Word {
  const known = words.get(text);
  if (known) return known;
  const style = lexicon.styles[run.style] as RunStyle;
  const inside = (at: number) => (at < 0 || at >= text.length ? undefined : style);
  const breaks = inOrder(findBreaks(text, inside, new Set(), hyphenate, line['compound-part']));
  const word = newWord(lexicon, { style: run.style, text, breaks, line });
  words.set(text, word);
  return word;
}

/** The same word, for lines that it does not fit into. */
export function force(lexicon: Lexicon, word: Word, hyphenate: Hyphenate): Word {
  if (word.forced) return word.forced;
  const { style, text, line } = word;
  const breaks = forceBreaks(text, lexicon.styles[style] as RunStyle, hyphenate);
  for (const { at, kind } of word.breaks) breaks.set(at, kind);
  word.forced = newWord(lexicon, { style, text, breaks: inOrder(breaks), line });
  return word.forced;
}

function inOrder(breaks: ReadonlyMap<number, BreakKind>): Word['breaks'] {
  return [...breaks].map(([at, kind]) => ({ at, kind })).sort((a, b) => a.at - b.at);
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
