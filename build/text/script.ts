/** The scripts that are distinguished in a journal’s text. Those of Japan and Korea have several. */
export type Script = 'Latn' | 'Cyrl' | 'Grek' | 'Hebr' | 'Arab' | 'Armn' | 'Geor' | 'Deva' | 'Hani' | 'Hang';

/** Returns the script that a language is written in: `sr` is taken as Cyrillic unless the tag says `sr-Latn`. */
export function scriptOf(lang: string): Script {
  const [language = '', ...rest] = lang.split('-');
  const named = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  if (named && named in likeScripts) return likeScripts[named] as Script;
  return scripts[language] ?? 'Latn';
}

/** Scripts as tags name them. */
const likeScripts: Record<string, Script> = {
  Latn: 'Latn',
  Cyrl: 'Cyrl',
  Grek: 'Grek',
  Hebr: 'Hebr',
  Arab: 'Arab',
  Armn: 'Armn',
  Geor: 'Geor',
  Deva: 'Deva',
  Hani: 'Hani',
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Hani',
  Kore: 'Hang',
  Hang: 'Hang',
};

const scripts: Record<string, Script> = Object.fromEntries(
  (
    [
      ['Cyrl', 'uk ru be bg sr mk kk ky mn cu tg rue'],
      ['Grek', 'el grc'],
      ['Hebr', 'he yi lad'],
      ['Arab', 'ar arc fa ur ckb ps sd ug ks'],
      ['Armn', 'hy xcl hyw'],
      ['Geor', 'ka xmf'],
      ['Deva', 'hi sa mr ne mai bho'],
      ['Hani', 'zh ja yue lzh wuu nan'],
      ['Hang', 'ko'],
    ] as const
  ).flatMap(([script, languages]) => languages.split(' ').map((language) => [language, script] as const)),
);

/** Returns the script of most letters of a text; Latin if two are equally frequent. */
export function scriptIn(text: string): 'Latn' | 'Cyrl' | 'Grek' {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const greek = count(/\p{Script=Greek}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic > Math.max(latin, greek)) return 'Cyrl';
  return greek > latin ? 'Grek' : 'Latn';
}

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

/**
 * Returns the language of words in a script that one language, or one before all others, is written in: Yiddish and
 * Persian are told by letters of their own, Japanese by its kana. `around` is a text whose kana say how the Han beside
 * them is read.
 */
export function languageOfScript(script: Exclude<Script, 'Latn' | 'Cyrl'>, text: string, around = text): string {
  switch (script) {
    case 'Grek':
      return 'el';
    case 'Hebr':
      return /[װױײ]/.test(text) ? 'yi' : 'he';
    case 'Arab':
      return /[ٹڈڑںے]/.test(text) ? 'ur' : /[پچژگکی]/.test(text) ? 'fa' : 'ar';
    case 'Armn':
      return 'hy';
    case 'Geor':
      return 'ka';
    case 'Deva':
      return 'hi';
    case 'Hang':
      return 'ko';
    case 'Hani':
      return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(around) ? 'ja' : 'zh';
  }
}
