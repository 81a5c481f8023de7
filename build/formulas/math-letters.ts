type Starts = readonly (number | undefined)[];

/**
 * The first capital, small letter, Greek capital, small Greek letter and figure of each alphabet (Unicode 16, U+1D400).
 */
const alphabets: Readonly<Record<string, Starts>> = {
  bold: [0x1d400, 0x1d41a, 0x1d6a8, 0x1d6c2, 0x1d7ce],
  italic: [0x1d434, 0x1d44e, 0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d468, 0x1d482, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6],
  'bold-script': [0x1d4d0, 0x1d4ea],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, undefined, undefined, 0x1d7d8],
  'bold-fraktur': [0x1d56c, 0x1d586],
  'sans-serif': [0x1d5a0, 0x1d5ba, undefined, undefined, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d756, 0x1d770, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656, 0x1d790, 0x1d7aa],
  monospace: [0x1d670, 0x1d68a, undefined, undefined, 0x1d7f6],
};

/** Letters that Unicode had before it had their alphabet. */
const elsewhere: Readonly<Record<string, string>> = {
  'italic h': 'ℎ',
  'script B': 'ℬ',
  'script E': 'ℰ',
  'script F': 'ℱ',
  'script H': 'ℋ',
  'script I': 'ℐ',
  'script L': 'ℒ',
  'script M': 'ℳ',
  'script R': 'ℛ',
  'script e': 'ℯ',
  'script g': 'ℊ',
  'script o': 'ℴ',
  'fraktur C': 'ℭ',
  'fraktur H': 'ℌ',
  'fraktur I': 'ℑ',
  'fraktur R': 'ℜ',
  'fraktur Z': 'ℨ',
  'double-struck C': 'ℂ',
  'double-struck H': 'ℍ',
  'double-struck N': 'ℕ',
  'double-struck P': 'ℙ',
  'double-struck Q': 'ℚ',
  'double-struck R': 'ℝ',
  'double-struck Z': 'ℤ',
};

/** Signs among the Greek letters of an alphabet, by their places behind its capitals and its small letters. */
const greekSigns: Readonly<Record<string, [of: 'capital' | 'small', at: number]>> = {
  ϴ: ['capital', 17],
  '∇': ['capital', 25],
  '∂': ['small', 25],
  ϵ: ['small', 26],
  ϑ: ['small', 27],
  ϰ: ['small', 28],
  ϕ: ['small', 29],
  ϱ: ['small', 30],
  ϖ: ['small', 31],
};

/**
 * A text in an alphabet that MathML calls `mathvariant`; undefined if it has no letters there. Readers of e-books know
 * the letters, and few know the attribute.
 */
export function mathLettersOf(text: string, variant: string): string | undefined {
  const name = variant.replace(/^-tex-/, '').replace('calligraphic', 'script');
  const starts = alphabets[name];
  if (!starts) return undefined;
  let isChanged = false;
  const letters = [...text].map((letter) => {
    const made = elsewhere[`${name} ${letter}`] ?? letterOf(letter, starts);
    isChanged ||= made !== undefined;
    return made ?? letter;
  });
  return isChanged ? letters.join('') : undefined;
}

function letterOf(letter: string, [capital, small, greekCapital, greekSmall, figure]: Starts): string | undefined {
  const code = letter.codePointAt(0) as number;
  const moved = (start: number | undefined, by: number): string | undefined =>
    start === undefined ? undefined : String.fromCodePoint(start + by);
  const from = (start: number | undefined, first: string) => moved(start, code - (first.codePointAt(0) as number));
  if (/[A-Z]/.test(letter)) return from(capital, 'A');
  if (/[a-z]/.test(letter)) return from(small, 'a');
  if (/\d/.test(letter)) return from(figure, '0');
  const sign = greekSigns[letter];
  if (sign) return moved(sign[0] === 'capital' ? greekCapital : greekSmall, sign[1]);
  if (/[Α-Ω]/.test(letter)) return from(greekCapital, 'Α');
  if (/[α-ω]/.test(letter)) return from(greekSmall, 'α');
  return undefined;
}
