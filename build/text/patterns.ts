/** The patterns of the package `hyphen` that are used, each read when it is asked for. */
export const patternsOf = {
  'en-gb': () => import('hyphen/en-gb/index.js'),
  'en-us': () => import('hyphen/en-us/index.js'),
  uk: () => import('hyphen/uk/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  de: () => import('hyphen/de/index.js'),
  fr: () => import('hyphen/fr/index.js'),
};

/** The name of patterns by which a language divides its words. */
export type PatternsName = keyof typeof patternsOf;
