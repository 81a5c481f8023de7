import { type BreakKind, findBreaks, forceBreaks, isAddress } from './breaks.ts';
import type { Run, RunStyle } from './collected.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { KeptAs } from './kept-whole.ts';
import type { LineStyle } from './line-style.ts';

/** A word in a style, with the places where lines may end in it. The same word in the same style is one entry. */
export interface Word {
  kind: 'word';
  style: number;
  text: string;
  /** Offsets at which a line may end, in order; the word’s own length where what follows is not a space. */
  breaks: readonly { at: number; kind: BreakKind }[];
  /** True if it is an address, or a part of one. */
  address: boolean;
  /** Properties of its block: penalties of breaks, and how far characters hang. */
  line: LineStyle;
  /** Its boxes for the breaker, and the width of the widest in px, once it is measured. */
  boxes?: WordBox[];
  widest: number;
  /** The same word with more breaks, if it does not fit into a line. */
  forced?: Word;
}

/** A part of a word that is never divided; see {@link addBox} and {@link addPenalty}. */
export interface WordBox {
  /** Offset of its first letter. */
  at: number;
  width: number;
  letters: number;
  hangStart: number;
  hangEnd: number;
  /** The break after it. */
  penalty?: { at: number; cost: number; width: number; hang: number; hyphen: boolean };
}

/** A space in a style: U+0020, or a no-break space, which stretches and shrinks as others do. */
export interface Gap {
  kind: 'gap';
  style: number;
  text: string;
  breaks: boolean;
  /** The cost of a line’s end there. */
  cost: number;
  /** In px, once it is measured. */
  width?: number;
}

/** A box that is not text, such as a picture; its width in px. */
export interface ObjectPiece {
  kind: 'object';
  width: number;
}

export type Piece = Word | Gap | ObjectPiece;

/** All words and spaces of a document. */
export interface WordCache {
  /** Entries that have not been measured yet. */
  unmeasured: (Word | Gap)[];
  /** The entries of runs with the same style and line properties. */
  entriesFor(run: Run, line: LineStyle): StyleEntries;
  styles: readonly RunStyle[];
}

/** The entries of one style and one set of line properties. */
export interface StyleEntries {
  /** Its unique number. */
  number: number;
  /** Words by their text; behind {@link keptMark}, those that keep together. */
  words: Map<string, Word>;
  gaps: Map<string, Gap>;
  /** Words that continue over several runs, the first of which has this style. */
  mixed: Map<string, Word[]>;
}

/** The context in which texts are cut into pieces. */
export interface CuttingContext {
  cache: WordCache;
  hyphenate: Hyphenate;
  /** Properties of the block. */
  line: LineStyle;
}

/** An empty cache; `styles` may still grow. */
export function newWordCache(styles: readonly RunStyle[]): WordCache {
  const known = new Map<LineStyle, StyleEntries[]>();
  let count = 0;
  return {
    unmeasured: [],
    styles,
    entriesFor({ style }, line) {
      const all = known.get(line) ?? [];
      known.set(line, all);
      all[style] ??= { number: count++, words: new Map(), gaps: new Map(), mixed: new Map() };
      return all[style];
    },
  };
}

/** Adds a word to a cache, to be measured. */
export function newWord(
  { unmeasured }: WordCache,
  word: Pick<Word, 'style' | 'text' | 'line' | 'breaks' | 'address'>,
): Word {
  const made: Word = { kind: 'word', widest: 0, ...word };
  unmeasured.push(made);
  return made;
}

/** The beginning of the keys of words that keep together, which no word has. */
export function keptMark(kept: KeptAs): string {
  return kept ? `\n${kept}\n` : '';
}

/** The entry for a text without spaces that is wholly in one run. */
export function wordIn(
  { cache, hyphenate, line }: CuttingContext,
  { words }: StyleEntries,
  text: string,
  run: Run,
  kept: KeptAs,
): Word {
  const key = kept ? keptMark(kept) + text : text;
  const known = words.get(key);
  if (known) return known;
  const style = cache.styles[run.style] as RunStyle;
  const inside = (at: number) => (at < 0 || at >= text.length ? undefined : style);
  const breaks = inOrder(findBreaks(text, inside, new Set(), hyphenate, line['compound-part'], kept));
  const word = newWord(cache, { style: run.style, text, breaks, address: isAddress(text), line });
  words.set(key, word);
  return word;
}

/** The same word with further breaks, for lines that it does not fit into. */
export function withForcedBreaks(cache: WordCache, word: Word, hyphenate: Hyphenate): Word {
  if (word.forced) return word.forced;
  const { style, text, address, line } = word;
  const breaks = forceBreaks(text, cache.styles[style] as RunStyle, hyphenate, address);
  for (const { at, kind } of word.breaks) breaks.set(at, kind);
  word.forced = newWord(cache, { style, text, breaks: inOrder(breaks), address, line });
  return word.forced;
}

function inOrder(breaks: ReadonlyMap<number, BreakKind>): Word['breaks'] {
  return [...breaks].map(([at, kind]) => ({ at, kind })).sort((a, b) => a.at - b.at);
}

/** The entry for a space in a run. Where it is `bound`, a line ends there only if nothing else is possible. */
export function gapIn(
  { cache: { unmeasured, styles }, line }: CuttingContext,
  { gaps }: StyleEntries,
  text: string,
  run: Run,
  bound: boolean,
): Gap {
  const key = `${text}${bound ? '\n' : ''}${run.formula ?? ''}`;
  const known = gaps.get(key);
  if (known) return known;
  const breaks = text === ' ' && styles[run.style]?.wraps === true;
  const cost = run.formula ? line[`${run.formula}-penalty`] : bound ? line['emergency-penalty'] : 0;
  const gap: Gap = { kind: 'gap', style: run.style, text, breaks, cost };
  gaps.set(key, gap);
  unmeasured.push(gap);
  return gap;
}
