import { cyrillicLanguage, scriptOf } from '../text/script.ts';
import { type Language, type Languages, languageFor } from './languages.ts';

/** A person’s name, as front matter has it. */
export interface WholeName {
  name: string;
  given?: string | undefined;
  family?: string | undefined;
}

/** The parts of a person’s name, as catalogues file it. */
export interface NameParts {
  /** What it is sorted by, with the particles that lead there: `De Quincey`, `García Lorca`. */
  family: string;
  /** The given names, with the particles that stand behind them: `Johann Wolfgang von`. */
  given?: string | undefined;
  /** `Jr.`, `III`. */
  suffix?: string | undefined;
  /** True where the family name is written first, without a comma: `Kovács János`, `王小明`. */
  isFamilyFirst: boolean;
}

/**
 * The parts of a name by the rules of a language, from its file: the text’s, if that is written in the name’s script.
 * Undefined for what is not a person’s name, and for one whose parts are not clear.
 */
export function partName(
  { name, given, family }: WholeName,
  lang: string,
  languages: Languages,
): NameParts | undefined {
  const isEastAsian = /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(name.replace(/\s/g, ''));
  const language = languageFor(languages, languageOfName(name, lang));
  const isFamilyFirst = isEastAsian || language?.names?.order === 'family-first';
  if (family) return { family, given, isFamilyFirst };
  if (isEastAsian) return partEastAsian(name);
  return partBySpaces(name, language, isFamilyFirst);
}

/** The form of a name by which it is sorted: `Family, Given`, or as it is written where its parts are not clear. */
export function sortName(whole: WholeName, lang: string, languages: Languages): string {
  const parts = partName(whole, lang, languages);
  if (!parts) return whole.name;
  const { family, given, suffix, isFamilyFirst } = parts;
  if (!isFamilyFirst) return [family, given, suffix].filter(Boolean).join(', ');
  const hasSpaces = /\s/.test(whole.name) || !/^\p{Lo}/u.test(family);
  return [family, given].filter(Boolean).join(hasSpaces ? ' ' : '');
}

/** The language whose rules a name follows: that of the text, or one that is written in the name’s script. */
function languageOfName(name: string, lang: string): string {
  const script = scriptOf(lang);
  if (/\p{Script=Cyrillic}/u.test(name)) return script === 'Cyrl' ? lang : (cyrillicLanguage(name) ?? 'ru');
  if (/\p{Script=Hebrew}/u.test(name)) return 'he';
  if (/\p{Script=Arabic}/u.test(name)) return 'ar';
  return /\p{Script=Latin}/u.test(name) && script !== 'Latn' ? 'en' : lang;
}

/** Chinese family names of two characters, and Korean ones of two syllables. */
const longFamilies =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|夏侯|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|长孙|長孫|남궁|선우|황보|제갈|독고|사공)/u;

function partEastAsian(name: string): NameParts {
  const [first = '', ...rest] = name.split(/\s+/);
  if (rest.length > 0) return { family: first, given: rest.join(' '), isFamilyFirst: true };
  const family = longFamilies.exec(name)?.[0] ?? [...name][0] ?? name;
  return { family, given: name.slice(family.length) || undefined, isFamilyFirst: true };
}

function partBySpaces(name: string, language: Language | undefined, isFamilyFirst: boolean): NameParts | undefined {
  const rules: Rules = language?.names ?? {};
  const words = name.split(/\s+/).filter(Boolean);
  const suffix = oneOf(rules['suffixes-behind'], words.at(-1)) ? (words.pop() as string) : undefined;
  const last = words.at(-1);
  if (suffix && last) words[words.length - 1] = last.replace(/,$/, '');
  if (words.length < 2 || words.length > 7 || !isPerson(words, language)) return undefined;
  if (isFamilyFirst || isPatronymicLast(words, rules.patronymics))
    return { family: words[0] as string, given: words.slice(1).join(' '), suffix, isFamilyFirst };
  if (oneOf(rules['no-family'], last, true)) return undefined;
  const begin = beginOfFamily(words, rules);
  const { behind, leading } = particlesBefore(words.slice(0, begin), rules);
  const [elided, bare] = elidedParticle(words[begin] ?? '', rules);
  const givenNames = words.slice(0, begin - behind.length - leading.length);
  return {
    family: [...leading, bare, ...words.slice(begin + 1)].join(' '),
    given: [...givenNames, ...behind, ...(elided ? [elided] : [])].join(' '),
    suffix,
    isFamilyFirst: false,
  };
}

type Rules = Partial<NonNullable<Language['names']>>;

/** Where the family name begins, without the particles before it. */
function beginOfFamily(words: readonly string[], rules: Rules): number {
  let begin = words.length - 1;
  if (oneOf(rules['suffixes-of-family'], words[begin]) && begin > 1) begin--;
  if (oneOf(rules['joined-by'], words[begin - 1]) && begin > 2) return begin - 2;
  const before = words[begin - 1] ?? '';
  const isSecondFamily =
    rules.surnames === 2 &&
    begin > 1 &&
    /^\p{Lu}\p{Ll}/u.test(before) &&
    !oneOf(rules['second-given'], before) &&
    !isParticle(before, rules);
  return isSecondFamily ? begin - 1 : begin;
}

/** The particles at the end of words, those that go behind the given names and those that lead the family name. */
function particlesBefore(words: readonly string[], rules: Rules): { behind: string[]; leading: string[] } {
  let first = words.length;
  while (first > 1 && isParticle(words[first - 1] ?? '', rules)) first--;
  const particles = words.slice(first);
  for (let length = particles.length; length > 0; length--)
    if (oneOf(rules['particles-behind'], particles.slice(0, length).join(' ')))
      return { behind: particles.slice(0, length), leading: particles.slice(length) };
  const at = particles.findIndex((particle) => oneOf(rules['particles-first'], particle));
  const split = at === -1 ? particles.length : at;
  return { behind: particles.slice(0, split), leading: particles.slice(split) };
}

/** A particle that a word begins with, `d’`, which goes behind the given names; and the word without it. */
function elidedParticle(word: string, rules: Rules): [particle: string | undefined, bare: string] {
  const [, particle = '', bare = ''] = /^(\p{L}+['’])(\p{L}.*)$/u.exec(word) ?? [];
  return bare && oneOf(rules['particles-behind'], particle.replace("'", '’')) ? [particle, bare] : [undefined, word];
}

function isParticle(word: string, rules: Rules): boolean {
  const all = [...(rules['particles-first'] ?? []), ...(rules['particles-behind'] ?? [])];
  return oneOf(
    all.flatMap((particle) => particle.split(' ')),
    word,
  );
}

/** Whether words are a person’s name: capitals, except for particles; no article of a language before them. */
function isPerson(words: readonly string[], language: Language | undefined): boolean {
  const rules: Rules = language?.names ?? {};
  if (oneOf(language?.titles?.['not-sorted'], words[0])) return false;
  return words.every(
    (word, i) =>
      /^['’]?\p{Lu}|^\p{Lo}/u.test(word) ||
      (i > 0 && (isParticle(word, rules) || oneOf(rules['joined-by'], word))) ||
      (i === words.length - 1 && elidedParticle(word, rules)[0] !== undefined),
  );
}

/** Whether a name of three words ends in a patronymic, as in official papers: Шевченко Тарас Григорович. */
function isPatronymicLast([first, middle, last, ...more]: readonly string[], endings: Rules['patronymics']): boolean {
  if (!endings || !first || !middle || !last || more.length > 0) return false;
  const isPatronymic = (word: string): boolean => endings.some((ending) => word.toLowerCase().endsWith(ending));
  return isPatronymic(last) && !isPatronymic(middle);
}

function oneOf(list: readonly string[] | undefined, word: string | undefined, asEnding = false): boolean {
  const own = word?.toLowerCase();
  if (!own) return false;
  return list?.some((one) => (asEnding ? own.endsWith(one.toLowerCase()) : own === one.toLowerCase())) ?? false;
}
