/** A script that Offprint’s faces do not have, and a face for it. */
export interface ForeignScript {
  /** The name in English: `Hebrew`. */
  name: string;
  /** A text face in an npm package. */
  family?: string;
  file?: string;
}

/** Returns the script of a letter; undefined for symbols, and for letters that are composed symbols, such as Ⅳ. */
export function foreignScriptOf(letter: string): ForeignScript | undefined {
  if ([...letter.normalize('NFKC')].length > 1 || /\p{Nl}|\p{No}/u.test(letter)) return undefined;
  return scripts.find(([letters]) => letters.test(letter))?.[1];
}

const google = (name: string, family: string, folder: string): ForeignScript => ({
  name,
  family,
  file: `@expo-google-fonts/${folder}/400Regular/${family.replaceAll(' ', '')}_400Regular.ttf`,
});

const japanese = google('Japanese', 'Noto Serif JP', 'noto-serif-jp');

/** Japanese precedes Chinese, because a Japanese text has letters of both. */
const scripts: [RegExp, ForeignScript][] = [
  [/\p{Script=Hebrew}/u, google('Hebrew', 'Noto Serif Hebrew', 'noto-serif-hebrew')],
  [/\p{Script=Arabic}/u, google('Arabic', 'Noto Naskh Arabic', 'noto-naskh-arabic')],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, japanese],
  [/\p{Script=Han}/u, google('Chinese', 'Noto Serif SC', 'noto-serif-sc')],
  [/\p{Script=Hangul}/u, google('Korean', 'Noto Sans KR', 'noto-sans-kr')],
  [/\p{Script=Devanagari}/u, google('Devanagari', 'Noto Sans Devanagari', 'noto-sans-devanagari')],
  [/\p{Script=Thai}/u, google('Thai', 'Noto Sans Thai', 'noto-sans-thai')],
  ...(
    [
      [/\p{Script=Latin}/u, 'Latin'],
      [/\p{Script=Greek}/u, 'Greek'],
      [/\p{Script=Cyrillic}/u, 'Cyrillic'],
      [/\p{Script=Armenian}/u, 'Armenian'],
      [/\p{Script=Georgian}/u, 'Georgian'],
      [/\p{Script=Syriac}/u, 'Syriac'],
      [/\p{Script=Coptic}/u, 'Coptic'],
      [/\p{Script=Ethiopic}/u, 'Ethiopic'],
      [/\p{Script=Bengali}/u, 'Bengali'],
      [/\p{Script=Tamil}/u, 'Tamil'],
      [/\p{Script=Tibetan}/u, 'Tibetan'],
      [/\p{Script=Mongolian}/u, 'Mongolian'],
      [/\p{Script=Glagolitic}/u, 'Glagolitic'],
      [/\p{Script=Gothic}/u, 'Gothic'],
      [/\p{Script=Runic}/u, 'Runic'],
      [/\p{Script=Ogham}/u, 'Ogham'],
      [/\p{Script=Cuneiform}/u, 'cuneiform'],
      [/\p{Script=Egyptian_Hieroglyphs}/u, 'hieroglyphs'],
      [/\p{Script=Linear_B}/u, 'Linear B'],
    ] as const
  ).map(([letters, name]): [RegExp, ForeignScript] => [letters, { name }]),
  [/\p{L}/u, { name: 'another script' }],
];
