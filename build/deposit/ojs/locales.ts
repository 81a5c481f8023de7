import type { ojsVersions } from '../../issue/deposit-schema.ts';

export type OjsVersion = (typeof ojsVersions)[number];

/** The regions that OJS 3.3 has behind languages; others have their own letters, `hr_HR`. */
const regions: Readonly<Record<string, string>> = {
  ar: 'IQ',
  bs: 'BA',
  ca: 'ES',
  cs: 'CZ',
  da: 'DK',
  el: 'GR',
  en: 'US',
  et: 'EE',
  eu: 'ES',
  fa: 'IR',
  gd: 'GB',
  gl: 'ES',
  he: 'IL',
  hi: 'IN',
  hy: 'AM',
  ja: 'JP',
  ka: 'GE',
  kk: 'KZ',
  ko: 'KR',
  nb: 'NO',
  pt: 'BR',
  sl: 'SI',
  sq: 'AL',
  sv: 'SE',
  uk: 'UA',
  ur: 'PK',
  vi: 'VN',
  zh: 'CN',
};

/** Locales of OJS 3.4 and 3.5 that are more than a language. */
const further: Readonly<Record<'3.4' | '3.5', Readonly<Record<string, string>>>> = {
  '3.4': {
    fr: 'fr_FR',
    'fr-CA': 'fr_CA',
    pt: 'pt_PT',
    'pt-BR': 'pt_BR',
    zh: 'zh_CN',
    'es-MX': 'es_MX',
    'sr-Latn': 'sr@latin',
    sr: 'sr@cyrillic',
    be: 'be@cyrillic',
  },
  '3.5': {
    'fr-CA': 'fr_CA',
    'pt-BR': 'pt_BR',
    zh: 'zh_Hans',
    'zh-Hant': 'zh_Hant',
    'es-MX': 'es_MX',
    nb: 'nb_NO',
    'sr-Latn': 'sr_Latn',
    sr: 'sr_Cyrl',
  },
};

/** The locale that a version of OJS has for a language: `uk_UA`, `uk`. */
export function ojsLocale(lang: string, version: OjsVersion): string {
  const [base = lang, ...subtags] = lang.split('-');
  const region = subtags.find((tag) => /^[A-Z]{2}$/.test(tag));
  if (version !== '3.3') return further[version][lang] ?? further[version][base] ?? base;
  if (base === 'sr') return subtags.includes('Latn') ? 'sr_RS@latin' : 'sr_RS@cyrillic';
  if (base === 'fr' || base === 'pt') return `${base}_${region ?? (base === 'fr' ? 'FR' : 'BR')}`;
  return `${base}_${regions[base] ?? base.toUpperCase()}`;
}
