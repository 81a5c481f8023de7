/**
 * A place where a text differs from the wanted one: the letters that are missing, and those that are there instead or
 * in addition.
 */
export interface DiffHunk {
  /** Offset into the wanted letters. */
  at: number;
  missing: string;
  extra: string;
}

/** This many equal letters are not a coincidence. */
const minSame = 12;
/** The most letters that are searched for the next match. */
const maxSearch = 4000;

/** Returns the differences between two texts, in order. */
export function diffTexts(wanted: string, found: string): DiffHunk[] {
  const end = '\n'.repeat(minSame);
  const [a, b] = [wanted + end, found + end];
  const all: DiffHunk[] = [];
  for (let [i, j] = [0, 0]; i < wanted.length || j < found.length; ) {
    if (a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [lost, more] = nextMatch(a, i, b, j) ?? [wanted.length - i, found.length - j];
    all.push({ at: i, missing: wanted.slice(i, i + lost), extra: found.slice(j, j + more) });
    i += lost;
    j += more;
  }
  return all;
}

/** Returns how many letters of each text to skip, as few as possible, until both continue alike. */
function nextMatch(a: string, i: number, b: string, j: number): [number, number] | undefined {
  for (let sum = 1; sum <= maxSearch; sum++)
    for (let lost = Math.max(0, sum - (b.length - minSame - j)); lost <= Math.min(sum, a.length - minSame - i); lost++)
      if (a.startsWith(b.slice(j + sum - lost, j + sum - lost + minSame), i + lost)) return [lost, sum - lost];
  return undefined;
}
