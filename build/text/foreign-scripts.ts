/** A face for a script, in an npm package. All of them are under the SIL Open Font License. */
export interface ScriptFace {
  /** The tag of the language, or the word, by which `offprint fonts add` knows it: `zh`. */
  tag: string;
  family: string;
  package: string;
  /** Its weights, and the file of each in the package. */
  files: ReadonlyMap<number, string>;
  /** What npm installs, in megabytes. */
  megabytes: number;
  /** The mean height of its letters, in em: of those of Latin letters that it would have beside x and H. */
  height: number;
}

/** A script that Offprint knows by name. */
export interface ForeignScript {
  /** The name in English: `Hebrew`. */
  name: string;
  face?: ScriptFace;
}

/** Returns the script of a letter; undefined for symbols, and for letters that are composed symbols, such as Ⅳ. */
export function foreignScriptOf(letter: string): ForeignScript | undefined {
  if ([...letter.normalize('NFKC')].length > 1 || /\p{Nl}|\p{No}/u.test(letter)) return undefined;
  return scripts.find(([letters]) => letters.test(letter))?.[1];
}

/** The face for the first of some letters for which there is one. */
export function faceForLetters(letters: Iterable<string>): ScriptFace | undefined {
  for (const letter of letters) {
    const face = foreignScriptOf(letter)?.face;
    if (face) return face;
  }
  return undefined;
}

/** The scripts, and the signs, for which there is a face, each with the tags that ask for it. */
export function scriptsWithFaces(): (ForeignScript & { face: ScriptFace; tags: string[] })[] {
  const all = [...scripts.map(([, script]) => script), traditional, signs];
  return [...new Set(all)].flatMap(({ name, face }) =>
    face ? [{ name, face, tags: Object.keys(tags).filter((tag) => tags[tag] === face.tag) }] : [],
  );
}

/**
 * Finds the script for which a tag of a language, or the name of a script, asks; `zh-TW` and `zh-Hant` have their own.
 */
export function scriptFor(asked: string): ReturnType<typeof scriptsWithFaces>[number] | undefined {
  const [language = '', region = ''] = asked.split('-');
  const wanted = /^zh$/i.test(language) && /^(hant|tw|hk|mo)$/i.test(region) ? 'zh-Hant' : language.toLowerCase();
  return scriptsWithFaces().find(
    ({ name, face, tags }) =>
      face.tag === wanted || tags.includes(wanted) || name.toLowerCase() === asked.toLowerCase(),
  );
}

const weightNames: Record<number, string> = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' };

/**
 * A face that Expo packs from Google Fonts. `height` is the mean of the heights of its x and H, or of letters like
 * them.
 */
function google(
  name: string,
  tag: string,
  family: string,
  { megabytes, height = 0.625, weights = [400, 600] }: { megabytes: number; height?: number; weights?: number[] },
): ForeignScript {
  const folder = `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`;
  const file = family.replaceAll(' ', '');
  const files = weights.map((one) => [one, `${weightNames[one]}/${file}_${weightNames[one]}.ttf`] as const);
  return { name, face: { tag, family, package: folder, files: new Map(files), megabytes, height } };
}

/** A face that Fontsource cuts into slices by script. */
function sliced(name: string, tag: string, family: string, slice: string, megabytes: number): ForeignScript {
  const id = family.toLowerCase().replaceAll(' ', '-');
  const files = [400, 600].map((one) => [one, `files/${id}-${slice}-${one}-normal.woff`] as const);
  return {
    name,
    face: { tag, family, package: `@fontsource/${id}`, files: new Map(files), megabytes, height: 0.625 },
  };
}

const japanese = google('Japanese', 'ja', 'Noto Serif JP', { megabytes: 60 });
const traditional = google('Chinese (traditional)', 'zh-Hant', 'Noto Serif TC', { megabytes: 78 });
const signs = google('Signs', 'signs', 'Noto Sans Symbols 2', { megabytes: 2, weights: [400] });

/** Other languages that are written in the script of one. */
const tags: Record<string, string> = Object.fromEntries(
  Object.entries({
    he: 'yi lad',
    ar: 'fa ur ps ckb sd ug ks',
    hi: 'sa mr ne',
    zh: 'zh-hans',
    syr: 'arc',
    bn: 'as',
    bo: 'dz',
  }).flatMap(([tag, others]) => others.split(' ').map((other) => [other, tag] as const)),
);

/** Japanese precedes Chinese, because a Japanese text has letters of both. */
const scripts: [RegExp, ForeignScript][] = [
  [/\p{Script=Hebrew}/u, google('Hebrew', 'he', 'Noto Serif Hebrew', { megabytes: 2 })],
  [/\p{Script=Arabic}/u, google('Arabic', 'ar', 'Amiri', { megabytes: 3, height: 0.53, weights: [400, 700] })],
  [/\p{Script=Armenian}/u, sliced('Armenian', 'hy', 'Noto Serif Armenian', 'armenian', 1)],
  [/\p{Script=Georgian}/u, sliced('Georgian', 'ka', 'Noto Serif Georgian', 'georgian', 2)],
  [/\p{Script=Devanagari}/u, google('Devanagari', 'hi', 'Noto Serif Devanagari', { megabytes: 4 })],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, japanese],
  // With the punctuation of all three, and letters as wide as theirs.
  [/\p{Script=Han}|[\u3000-\u303f\uff01-\uffee]/u, google('Chinese', 'zh', 'Noto Serif SC', { megabytes: 115 })],
  [/\p{Script=Hangul}/u, google('Korean', 'ko', 'Noto Serif KR', { megabytes: 109 })],
  [/\p{Script=Bengali}/u, google('Bengali', 'bn', 'Noto Serif Bengali', { megabytes: 4 })],
  [/\p{Script=Thai}/u, google('Thai', 'th', 'Noto Sans Thai', { megabytes: 2 })],
  [/\p{Script=Tibetan}/u, google('Tibetan', 'bo', 'Noto Serif Tibetan', { megabytes: 8 })],
  [/\p{Script=Syriac}/u, google('Syriac', 'syr', 'Noto Sans Syriac', { megabytes: 2 })],
  [/\p{Script=Glagolitic}/u, google('Glagolitic', 'glag', 'Noto Sans Glagolitic', { megabytes: 1, weights: [400] })],
  ...(
    [
      [/\p{Script=Latin}/u, 'Latin'],
      [/\p{Script=Greek}/u, 'Greek'],
      [/\p{Script=Cyrillic}/u, 'Cyrillic'],
      [/\p{Script=Coptic}/u, 'Coptic'],
      [/\p{Script=Ethiopic}/u, 'Ethiopic'],
      [/\p{Script=Tamil}/u, 'Tamil'],
      [/\p{Script=Mongolian}/u, 'Mongolian'],
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
