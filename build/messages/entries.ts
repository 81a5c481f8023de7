import { type Pattern, patternSlots, readPattern } from './pattern.ts';
import { type Found, weightOf } from './readings.ts';

/** A pattern of the table, with its translation, which is read when it is first needed. */
export interface MessageEntry {
  english: Pattern;
  weight: number;
  /** The letters that a text begins with. */
  start: string;
  /** The places in quotation marks, where a text has words of a manuscript. */
  quoted: ReadonlySet<number>;
  /** Reads the translation when it is first needed. */
  translation: () => Pattern;
}

/** Prepares the messages of a table that have places: those with most letters first. */
export function readEntries(messages: Readonly<Record<string, string>>): MessageEntry[] {
  return Object.entries(messages)
    .flatMap(([key, translation]): MessageEntry[] => {
      const english = readPattern(key);
      if (patternSlots(english).length === 0) return [];
      const [first] = english;
      let read: Pattern | undefined;
      return [
        {
          english,
          translation: () => {
            read ??= readPattern(translation);
            return read;
          },
          start: typeof first === 'string' ? first : '',
          weight: weightOf(english),
          quoted: quotedIn(english),
        },
      ];
    })
    .sort((a, b) => b.weight - a.weight);
}

/** True if letters of a pattern’s own stand in a text that is one of it. */
export function hasLetters(pattern: Pattern, found: Found): boolean {
  return pattern.some((part) => {
    if (typeof part === 'string') return /\p{L}/u.test(part);
    return part.by === 'choice' && hasLetters(part.of[Number(found.get(part.number))] ?? [], found);
  });
}

/** The places of a pattern that stand in quotation marks. */
function quotedIn(pattern: Pattern): Set<number> {
  return new Set(
    pattern.flatMap((part, at) => {
      if (typeof part !== 'string') return /“$/.test(String(pattern[at - 1])) ? [part.number] : [];
      return [];
    }),
  );
}
