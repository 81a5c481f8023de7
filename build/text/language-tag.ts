/** True if a text is a language tag by BCP 47, in the usual case: `en`, `en-GB`, `sr-Latn`, `de-1996`. */
export function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** True if a language is written from right to left. */
export function isRightToLeft(lang: string): boolean {
  const { language, script } = new Intl.Locale(lang);
  return script ? rightToLeft.scripts.has(script) : rightToLeft.languages.has(language);
}

const rightToLeft = {
  scripts: new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Samr', 'Mand']),
  languages: new Set(
    'ar arc ary arz azb bal ckb dv fa glk he iw ji ks lki lrc mzn nqo pnb ps sd sam syr ug ur yi'.split(' '),
  ),
};

/** A letter that is written from right to left. */
export const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
