/** What stands before an item of a list. */
export interface Sign {
  /** As it was written: `(iv)`. */
  written: string;
  /** What HTML calls it, for readers of e-books; letters of other scripts have no name there. */
  kind: 'a' | 'A' | 'i' | 'I' | '1' | 'letter';
  value: number;
  /** All that it can be: `i` is a letter and a number. */
  ways: { kind: Sign['kind']; value: number; form: string }[];
  /** Whether a list may begin with it. */
  mayBegin: boolean;
  isExample: boolean;
  /** How many have to follow each other to be a list. */
  least: number;
}

/** The sign at the head of a line, but for the numbers that Markdown knows. */
export function signOf(text: string): Sign | undefined {
  const example = /^\(@[\w-]*\)(?=[ \t]+\S)/.exec(text)?.[0];
  if (example)
    return {
      written: example,
      kind: '1',
      value: 0,
      ways: [{ kind: '1', value: 0, form: '@' }],
      mayBegin: true,
      isExample: true,
      least: 1,
    };
  const match = /^(\(?)(\p{L}|[ivxlcdm]{2,7}|[IVXLCDM]{2,7}|\d{1,3})([.)])([ \t]+)\S/u.exec(text);
  if (!match) return undefined;
  const [, bracket = '', sign = '', end = '', space = ''] = match;
  if (bracket ? end !== ')' : /\d/.test(sign)) return undefined;
  const form = bracket + end;
  const ways: Sign['ways'] = [];
  const add = (kind: Sign['kind'], value: number): void => void ways.push({ kind, value, form: `${form}${kind}` });
  if (/^\d/.test(sign)) add('1', Number(sign));
  if (/^[ivxlcdm]+$/.test(sign) && roman(sign)) add('i', roman(sign));
  if (/^[IVXLCDM]+$/.test(sign) && roman(sign.toLowerCase())) add('I', roman(sign.toLowerCase()));
  if (/^[a-z]$/.test(sign)) add('a', sign.charCodeAt(0) - 96);
  if (/^[A-Z]$/.test(sign)) add('A', sign.charCodeAt(0) - 64);
  const place = [...sign].length === 1 ? others.indexOf(sign.toLowerCase()) : -1;
  if (place >= 0)
    ways.push({ kind: 'letter', value: place, form: `${form}${sign === sign.toLowerCase() ? 'x' : 'X'}` });
  const [first] = ways;
  if (!first) return undefined;
  // A capital with a stop is the initial of a name, unless a list begins with it.
  const mayBegin =
    end === ')' ||
    ways.some(({ kind, value }) => (kind === 'letter' ? firsts.includes(sign.toLowerCase()) : value === 1));
  // “A. Smith” and “B. Jones” are names, unless there is a C, or two spaces as Pandoc has it.
  const isInitial = end === '.' && /^\p{Lu}$/u.test(sign) && sign !== 'I' && space.length < 2;
  return {
    written: `${bracket}${sign}${end}`,
    ...first,
    ways,
    mayBegin,
    isExample: false,
    least: isInitial ? 3 : 2,
  };
}

/** Whether a sign is the next after another; settles what both are. */
export function succeeds(sign: Sign, before: Sign): boolean {
  if (before.isExample || sign.isExample) return before.isExample && sign.isExample;
  for (const way of sign.ways)
    for (const last of before.ways) {
      const step = way.value - last.value;
      // Letters that a language leaves out: Ukrainian lists go from г to д, Russian ones from и to к.
      if (way.form !== last.form || step < 1 || step > (way.kind === 'letter' ? 4 : 1)) continue;
      for (const [one, chosen] of [
        [sign, way],
        [before, last],
      ] as const) {
        one.kind = chosen.kind;
        one.value = chosen.value;
        one.ways = [chosen];
      }
      return true;
    }
  return false;
}

/** Ukrainian and Russian in one row, and Greek after them. */
const others = 'абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя    αβγδεζηθικλμνξοπρστυφχψω';
const firsts = 'аα';

function roman(numeral: string): number {
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(numeral)) return 0;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...numeral].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}
