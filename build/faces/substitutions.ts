import { openFont } from './open-font.ts';

/** OpenType features that substitute one glyph for another (registered tags). */
export type Feature = 'sups' | 'subs' | 'smcp' | 'c2sc' | 'onum' | 'lnum' | 'tnum';

/**
 * Makes a function that is true if a face has a glyph of its own for a character under a feature, in a language. It
 * looks in the character's script; for figures and signs, which belong to none, in each of Latin, Cyrillic and Greek
 * that the face has, since a shaper takes the script of the surrounding text. `data` is TrueType or OpenType; throws
 * for anything else.
 */
export function hasSubstitute(data: Uint8Array, feature: Feature, character: string, lang: string): boolean {
  const font = openFont(data);
  const glyph = font.charToGlyphIndex(character);
  const gsub = font.tables.gsub as Gsub | undefined;
  if (glyph <= 0 || !gsub) return false;
  const own = scriptTags.find(([, pattern]) => pattern.test(character))?.[0];
  const tags = gsub.scripts.map(({ tag }) => tag);
  // A script without rules of its own follows those for any script.
  const asked = own
    ? [tags.includes(own) ? own : 'DFLT']
    : ['DFLT', 'latn', 'cyrl', 'grek'].filter((tag) => tags.includes(tag));
  return (
    asked.length > 0 &&
    asked.every((script) => {
      const by = (one: Feature | 'locl') => replacedBy(data, gsub, one, script, languageTag(lang));
      // A language's own form of a letter comes first, and may have no substitute where the common one has.
      return by(feature).has(by('locl').get(glyph) ?? glyph);
    })
  );
}

const scriptTags = [
  ['latn', /\p{Script=Latin}/u],
  ['cyrl', /\p{Script=Cyrillic}/u],
  ['grek', /\p{Script=Greek}/u],
] as const;

const cache = new WeakMap<Uint8Array, Map<string, Map<number, number>>>();

/** The glyphs that a feature replaces, in a script and language, and those by which it does. */
function replacedBy(
  data: Uint8Array,
  gsub: Gsub,
  feature: Feature | 'locl',
  script: string,
  language: string,
): Map<number, number> {
  const known = cache.get(data) ?? new Map<string, Map<number, number>>();
  cache.set(data, known);
  const key = `${feature} ${script} ${language}`;
  const before = known.get(key);
  if (before) return before;
  const { defaultLangSys, langSysRecords = [] } = gsub.scripts.find(({ tag }) => tag === script)?.script ?? {};
  const system = langSysRecords.find(({ tag }) => tag.trim() === language)?.langSys ?? defaultLangSys;
  const lookups = (system?.featureIndexes ?? []).flatMap((index) => {
    const one = gsub.features[index];
    return one?.tag === feature ? one.feature.lookupListIndexes : [];
  });
  const isPrivate = privateGlyphs(openFont(data));
  const found = new Map(lookups.flatMap((index) => replacedIn(gsub.lookups[index], isPrivate)));
  known.set(key, found);
  return found;
}

/** The languages for which faces may have rules, by their language system tags (OpenType 1.9). */
const languages: Record<string, string> = {
  af: 'AFK',
  az: 'AZE',
  be: 'BEL',
  bg: 'BGR',
  ca: 'CAT',
  crh: 'CRT',
  cs: 'CSY',
  cy: 'WEL',
  da: 'DAN',
  de: 'DEU',
  el: 'ELL',
  en: 'ENG',
  eo: 'NTO',
  es: 'ESP',
  et: 'ETI',
  eu: 'EUQ',
  fi: 'FIN',
  fr: 'FRA',
  ga: 'IRI',
  gl: 'GAL',
  hr: 'HRV',
  hu: 'HUN',
  it: 'ITA',
  kk: 'KAZ',
  la: 'LAT',
  lt: 'LTH',
  lv: 'LVI',
  mk: 'MKD',
  mo: 'MOL',
  mt: 'MTS',
  nb: 'NOR',
  nl: 'NLD',
  nn: 'NYN',
  no: 'NOR',
  pl: 'PLK',
  pt: 'PTG',
  ro: 'ROM',
  ru: 'RUS',
  se: 'NSM',
  sk: 'SKY',
  sl: 'SLV',
  sq: 'SQI',
  sr: 'SRB',
  sv: 'SVE',
  tr: 'TRK',
  tt: 'TAT',
  uk: 'UKR',
  vi: 'VIT',
};

function languageTag(lang: string): string {
  return languages[lang.toLowerCase().split('-')[0] ?? ''] ?? '';
}

/**
 * The glyphs that a lookup replaces by one other glyph, with that one: single and alternate substitution (GSUB 1 and
 * 3), also by extension (7).
 */
function replacedIn(lookup: Lookup | undefined, isPrivate: (glyph: number) => boolean): [number, number][] {
  return (lookup?.subtables ?? []).flatMap((table): [number, number][] => {
    const type = lookup?.lookupType === 7 ? table.lookupType : lookup?.lookupType;
    const { coverage, substitute, deltaGlyphId, alternateSets } =
      (lookup?.lookupType === 7 ? table.extension : table) ?? {};
    if ((type !== 1 && type !== 3) || !coverage) return [];
    const glyphs =
      coverage.glyphs ??
      (coverage.ranges ?? []).flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i));
    return glyphs.flatMap((glyph, i): [number, number][] => {
      const other = substitute?.[i] ?? alternateSets?.[i]?.[0] ?? glyph + (deltaGlyphId ?? 0);
      return isPrivate(other) ? [] : [[glyph, other]];
    });
  });
}

/** The glyphs of a face for characters of private use: a program that reads the PDF does not find the text in them. */
function privateGlyphs(font: ReturnType<typeof openFont>): (glyph: number) => boolean {
  const map = (font.tables.cmap as { glyphIndexMap?: Record<string, number> } | undefined)?.glyphIndexMap ?? {};
  const before = privates.get(font);
  const found = before ?? new Set<number>();
  privates.set(font, found);
  if (!before) for (const [code, glyph] of Object.entries(map)) if (isOfPrivateUse(Number(code))) found.add(glyph);
  return (glyph) => found.has(glyph);
}

const privates = new WeakMap<ReturnType<typeof openFont>, Set<number>>();

/** Unicode’s general category Co. */
function isOfPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && (code & 0xffff) < 0xfffe);
}

/** The part of a GSUB table that is read, as opentype.js has it. */
interface Gsub {
  scripts: {
    tag: string;
    script: { defaultLangSys?: LangSys; langSysRecords?: { tag: string; langSys: LangSys }[] };
  }[];
  features: { tag: string; feature: { lookupListIndexes: number[] } }[];
  lookups: Lookup[];
}
interface LangSys {
  featureIndexes: number[];
}
interface Lookup {
  lookupType: number;
  subtables: Subtable[];
}
interface Subtable {
  coverage?: { format: number; glyphs?: number[]; ranges?: { start: number; end: number }[] };
  substitute?: number[];
  deltaGlyphId?: number;
  alternateSets?: number[][];
  lookupType?: number;
  extension?: Subtable;
}
