/** The order of the words of an index in a language. */
export interface Collation {
  compare(one: string, other: string): number;
  /** The letter under which a word stands, as the head of its group. */
  letterOf(word: string): string;
  /** True if two letters are one in this order: I and Y in Lithuanian. */
  isSameLetter(one: string, other: string): boolean;
}

/**
 * The order of a language’s words, of words in other scripts behind them, and the letters that are letters of their own
 * in it: Ch in Czech, Å in Swedish; É stands under E in French. Signs that stand before a word do not count. Equal
 * words are ordered by their characters, so that the order is always the same.
 */
export function collationOf(lang: string): Collation {
  const collator = collatorFor(lang, { numeric: true });
  const base = collatorFor(lang, { sensitivity: 'base' });
  const compare = (one: string, other: string): number =>
    collator.compare(bare(one), bare(other)) || (one < other ? -1 : one > other ? 1 : 0);
  const letterOf = (word: string): string => {
    const [first = '', second = ''] = [...bare(word).normalize('NFC')];
    if (/\p{N}/u.test(first)) return '0–9';
    if (!/\p{L}/u.test(first)) return '#';
    // A pair of letters that stands behind all other words with the first of them is a letter of its own.
    const last = /\p{Script=Cyrillic}/u.test(first) ? 'я' : 'z';
    const isPair =
      /\p{L}/u.test(second) && base.compare(second, last) < 0 && base.compare(first + second, first + last + last) > 0;
    const letter = isPair ? first + second : first;
    const plain = ligatures[letter.toLowerCase()] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
    const own = base.compare(letter, plain) === 0 ? plain.slice(0, isPair ? 2 : 1) : letter;
    return own.charAt(0).toLocaleUpperCase(lang) + own.slice(1).toLocaleLowerCase(lang);
  };
  return { compare, letterOf, isSameLetter: (one, other) => base.compare(one, other) === 0 };
}

/** Letters that most languages sort as two. */
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** A word without the signs before its first letter or figure. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, '');
}

function collatorFor(lang: string, options: Intl.CollatorOptions): Intl.Collator {
  try {
    return new Intl.Collator(lang, options);
  } catch {
    // A tag that no system knows.
    return new Intl.Collator('en', options);
  }
}
