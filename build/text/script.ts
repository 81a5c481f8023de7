/** The scripts that are distinguished in a journal’s text. */
export type Script = 'Latn' | 'Cyrl' | 'Grek';

/** Returns the script that a language is written in: `sr` is taken as Cyrillic unless the tag says `sr-Latn`. */
export function scriptOf(lang: string): Script {
  const [language = '', ...rest] = lang.split('-');
  if (rest.includes('Latn')) return 'Latn';
  if (rest.includes('Cyrl') || cyrillic.has(language)) return 'Cyrl';
  return language === 'el' || language === 'grc' ? 'Grek' : 'Latn';
}

/** Returns the script of most letters of a text; Latin if two are equally frequent. */
export function scriptIn(text: string): Script {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const greek = count(/\p{Script=Greek}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic > Math.max(latin, greek)) return 'Cyrl';
  return greek > latin ? 'Grek' : 'Latn';
}

const cyrillic = new Set(['uk', 'ru', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'cu', 'tg', 'rue']);

/**
 * Guesses the language of Cyrillic text by letters that only one language has; undefined if there are none. Old Russian
 * spelling has і beside ъ and ѣ, Belarusian has і beside ы.
 */
export function cyrillicLanguage(text: string): string | undefined {
  const has = (letters: RegExp): boolean => letters.test(text);
  if (has(/[ђћљњџј]/i)) return has(/[ѓќѕ]/i) ? 'mk' : 'sr';
  if (has(/ў/i)) return 'be';
  if (has(/[ѣѳѵ]/i)) return 'ru';
  if (has(/[їєґ]/i)) return 'uk';
  if (has(/і/i)) return has(/ъ/i) ? 'ru' : has(/[ыэё]/i) ? 'be' : 'uk';
  return has(/[ыэёъ]/i) ? 'ru' : undefined;
}
