import type { Author } from './schema.ts';

/** How the authors of an article stand under its title. */
export interface Byline {
  /**
   * Few authors stand in lines of their own with what they belong to (`marks` is empty); many run on, each with the numbers of the affiliations
   * that are listed below them.
   */
  runOn: boolean;
  authors: { name: string; affiliation?: string; mark?: number }[];
  /** Without repetition, in the order of the authors. Empty where each author has a line. */
  affiliations: string[];
}

/** More authors than this would push the text down the page. */
const mostLines = 4;

/** Arranges the authors of an article. An affiliation has the country behind it. */
export function bylineOf(authors: readonly Author[]): Byline {
  const named = authors.map(({ name, honorific, affiliation, country }) => ({
    name: honorific ? `${honorific}\u00a0${name}` : name,
    affiliation: [affiliation, country].filter((part) => part !== undefined).join(', '),
  }));
  if (authors.length <= mostLines) {
    return {
      runOn: false,
      authors: named.map(({ name, affiliation }) => (affiliation ? { name, affiliation } : { name })),
      affiliations: [],
    };
  }
  const affiliations = [...new Set(named.map((author) => author.affiliation).filter((text) => text !== ''))];
  return {
    runOn: true,
    authors: named.map(({ name, affiliation }) =>
      affiliation && affiliations.length > 1 ? { name, mark: affiliations.indexOf(affiliation) + 1 } : { name },
    ),
    affiliations,
  };
}
