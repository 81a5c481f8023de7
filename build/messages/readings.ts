import type { Part, Pattern } from './pattern.ts';

/** The values that a text has at the places of a pattern, or which of several texts stands there, by numbers. */
export type Found = ReadonlyMap<number, string | number>;

/** The steps after which a text is given up that can be read in a great many ways. */
const maxSteps = 400;

/** Every way to read a text by a pattern, the shortest values first. */
export function* readings(pattern: Pattern, text: string): Generator<Found> {
  let steps = 0;

  function* from(parts: readonly Part[], at: number, found: Found): Generator<Found> {
    if (++steps > maxSteps) return;
    const [part, ...rest] = parts;
    if (part === undefined) {
      if (at === text.length) yield found;
    } else if (typeof part === 'string') {
      if (text.startsWith(part, at)) yield* from(rest, at + part.length, found);
    } else if (part.by === 'choice') {
      for (const [choice, one] of part.of.entries())
        yield* from([...one, ...rest], at, new Map(found).set(part.number, choice));
    } else {
      for (const end of ends(rest, at)) yield* from(rest, end, new Map(found).set(part.number, text.slice(at, end)));
    }
  }

  /** Where a value can end that begins at a place. */
  function* ends([next]: readonly Part[], at: number): Generator<number> {
    if (next === undefined) yield text.length;
    else if (typeof next !== 'string') for (let end = at; end <= text.length; end++) yield end;
    else for (let end = text.indexOf(next, at); end >= 0; end = text.indexOf(next, end + 1)) yield end;
  }

  yield* from(pattern, 0, new Map());
}

/** The number of letters that a text must have to be read by a pattern. */
export function weightOf(pattern: Pattern): number {
  return pattern.reduce((sum, part) => {
    if (typeof part === 'string') return sum + part.length;
    return sum + (part.by === 'choice' ? Math.min(...part.of.map(weightOf)) : 0);
  }, 0);
}
