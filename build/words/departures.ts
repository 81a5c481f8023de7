/**
 * A place where letters are not the wanted ones: those that are missing there, and those that stand there instead or as
 * well.
 */
export interface Departure {
  /** Offset into the letters that are wanted. */
  at: number;
  lost: string;
  more: string;
}

/** As many equal letters in a row cannot be chance. */
const again = 12;
/** The distance within which they are searched. */
const farthest = 4000;

/** The differences of letters from the wanted ones, in order. */
export function departures(wanted: string, found: string): Departure[] {
  const end = '\n'.repeat(again);
  const [a, b] = [wanted + end, found + end];
  const all: Departure[] = [];
  for (let [i, j] = [0, 0]; i < wanted.length || j < found.length; ) {
    if (a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [lost, more] = goesOn(a, i, b, j) ?? [wanted.length - i, found.length - j];
    all.push({ at: i, lost: wanted.slice(i, i + lost), more: found.slice(j, j + more) });
    i += lost;
    j += more;
  }
  return all;
}

/** The smallest numbers of letters of each after which both continue alike. */
function goesOn(a: string, i: number, b: string, j: number): [number, number] | undefined {
  for (let sum = 1; sum <= farthest; sum++)
    for (let lost = Math.max(0, sum - (b.length - again - j)); lost <= Math.min(sum, a.length - again - i); lost++)
      if (a.startsWith(b.slice(j + sum - lost, j + sum - lost + again), i + lost)) return [lost, sum - lost];
  return undefined;
}
