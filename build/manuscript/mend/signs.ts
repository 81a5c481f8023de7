/** The sign before a list item. */
export interface ListSign {
  /** The sign as written: `(iv)`. */
  written: string;
  /** The kind as HTML calls it, for e-book readers; HTML has no name for letters of other scripts. */
  kind: 'a' | 'A' | 'i' | 'I' | '1' | 'letter';
  value: number;
  /** All possible readings: `i` is a letter and a number. */
  readings: { kind: ListSign['kind']; value: number; form: string }[];
  /** Whether a list may begin with it. */
  mayBegin: boolean;
  isExample: boolean;
  /** The number of items in order that make a list. */
  minItems: number;
}

/** The list sign at the head of a line; undefined for the numbers that Markdown knows. */
export function readListSign(text: string): ListSign | undefined {
  const example = /^\(@[\w-]*\)(?=[ \t]+\S)/.exec(text)?.[0];
  if (example)
    return {
      written: example,
      kind: '1',
      value: 0,
      readings: [{ kind: '1', value: 0, form: '@' }],
      mayBegin: true,
      isExample: true,
      minItems: 1,
    };
  const match = /^(\(?)(\p{L}|[ivxlcdm]{2,7}|[IVXLCDM]{2,7}|([a-zA-Z])\3{1,2}|\d{1,3})([.)])([ \t]+)\S/u.exec(text);
  if (!match) return undefined;
  const [, bracket = '', sign = '', , end = '', space = ''] = match;
  if (bracket ? end !== ')' : /\d/.test(sign)) return undefined;
  const form = bracket + end;
  const readings: ListSign['readings'] = [];
  const add = (kind: ListSign['kind'], value: number): void =>
    void readings.push({ kind, value, form: `${form}${kind}` });
  if (/^\d/.test(sign)) add('1', Number(sign));
  if (/^[ivxlcdm]+$/.test(sign) && roman(sign)) add('i', roman(sign));
  if (/^[IVXLCDM]+$/.test(sign) && roman(sign.toLowerCase())) add('I', roman(sign.toLowerCase()));
  // Behind z comes aa, and then bb.
  if (/^([a-z])\1*$/.test(sign)) add('a', sign.charCodeAt(0) - 96 + 26 * (sign.length - 1));
  if (/^([A-Z])\1*$/.test(sign)) add('A', sign.charCodeAt(0) - 64 + 26 * (sign.length - 1));
  const place = [...sign].length === 1 ? others.indexOf(sign.toLowerCase()) : -1;
  if (place >= 0)
    readings.push({ kind: 'letter', value: place, form: `${form}${sign === sign.toLowerCase() ? 'x' : 'X'}` });
  const [first] = readings;
  if (!first) return undefined;
  // A capital with a full stop is an initial, unless a list begins with it.
  const mayBegin =
    (end === ')' && !readings.every(({ kind, value }) => /^a$/i.test(kind) && value > 26)) ||
    readings.some(({ kind, value }) => (kind === 'letter' ? firsts.includes(sign.toLowerCase()) : value === 1));
  // “A. Smith” and “B. Jones” are names, unless C follows, or two spaces as in Pandoc.
  const isInitial = end === '.' && /^\p{Lu}$/u.test(sign) && sign !== 'I' && space.length < 2;
  return {
    written: `${bracket}${sign}${end}`,
    ...first,
    readings,
    mayBegin,
    isExample: false,
    minItems: isInitial ? 3 : 2,
  };
}

/** True if a sign follows another in order. Removes the readings of both that do not fit. */
export function isNextSign(sign: ListSign, before: ListSign): boolean {
  if (before.isExample || sign.isExample) return before.isExample && sign.isExample;
  for (const reading of sign.readings)
    for (const last of before.readings) {
      const step = reading.value - last.value;
      // Some languages skip letters: Ukrainian lists go from г to д, Russian ones from и to к.
      if (reading.form !== last.form || step < 1 || step > (reading.kind === 'letter' ? 4 : 1)) continue;
      for (const [one, chosen] of [
        [sign, reading],
        [before, last],
      ] as const) {
        one.kind = chosen.kind;
        one.value = chosen.value;
        one.readings = [chosen];
      }
      return true;
    }
  return false;
}

/** Ukrainian and Russian letters in one order, and Greek ones after them. */
const others = 'абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя    αβγδεζηθικλμνξοπρστυφχψω';
const firsts = 'аα';

function roman(numeral: string): number {
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(numeral)) return 0;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...numeral].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}
