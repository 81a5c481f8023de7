import { type BreakKind, findBreaks, type Stretch } from './breaks.ts';
import type { Run, RunStyle } from './galley.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { Item } from './items.ts';

/** A word in a style, and where lines may end in it. The same word elsewhere is the same entry. */
export interface Entry {
  style: number;
  text: string;
  /** Offsets at which a line may end, in order; the word’s own length where what follows is not a space. */
  breaks: readonly { at: number; kind: BreakKind }[];
  /** Index of the block’s properties, for they say what its breaks cost and its signs hang. */
  properties: number;
  /** Its boxes and penalties, once it is measured, and the offset at which each begins. */
  made?: { items: Item[]; starts: number[] };
}

/** All words of a galley. */
export interface Lexicon {
  entries: Entry[];
  /** A piece without a space, all of it in one run; `measure` is that of its lines in px. */
  look(text: string, run: Run, properties: number, measure: number, hyphenate: Hyphenate): Entry;
  /** A word whose breaks are already known. */
  add(entry: Entry): Entry;
  styles: readonly RunStyle[];
}

/** No text is narrower than this, in em a letter. */
const narrow = 0.3;

/** How many letters a line has at most. */
export function mostLetters(measure: number, size: number): number {
  return measure / (narrow * size);
}

/** An empty lexicon; `styles` may still grow. */
export function newLexicon(styles: readonly RunStyle[]): Lexicon {
  const entries: Entry[] = [];
  const known = new Map<number, Map<string, Entry>>();
  const add = (entry: Entry) => {
    entries.push(entry);
    return entry;
  };
  const shelfOf = ({ style, wraps, divides, anywhere }: Run, properties: number) => {
    const key = ((style * 2 + Number(wraps)) * 4 + Number(divides) * 2 + Number(anywhere)) * 4096 + properties;
    const shelf = known.get(key) ?? new Map<string, Entry>();
    known.set(key, shelf);
    return shelf;
  };
  return {
    entries,
    styles,
    add,
    look(text, run, properties, measure, hyphenate) {
      const shelf = shelfOf(run, properties);
      const most = mostLetters(measure, styles[run.style]?.size ?? 1);
      const entry = shelf.get(text);
      // What may be broken anywhere depends on the measure; such words are few.
      if (entry && !(run.anywhere && text.length > most)) return entry;
      const stretch: Stretch = { ...run, lang: styles[run.style]?.lang ?? '' };
      const inside = (at: number) => (at < 0 || at >= text.length ? undefined : stretch);
      const found = findBreaks(text, inside, new Set(), hyphenate, most);
      const breaks = [...found].map(([at, kind]) => ({ at, kind })).sort((a, b) => a.at - b.at);
      const made = add({ style: run.style, text, breaks, properties });
      shelf.set(text, made);
      return made;
    },
  };
}
