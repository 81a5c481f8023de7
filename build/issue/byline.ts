import type { Author } from './schema.ts';

/** The layout of an article's authors under its title. */
export interface Byline {
  /**
   * Up to four authors have a line each, with their affiliation (`mark` is absent). More run on, each with the number
   * of an affiliation that is listed below them.
   */
  runOn: boolean;
  authors: { name: string; affiliation?: string; mark?: number }[];
  /** Without repetition, in the order of the authors. Empty if each author has a line. */
  affiliations: string[];
}

/** More lines than this would push the text down the page. */
const maxLines = 4;

/** Arranges the authors of an article. An affiliation is followed by its country. */
export function bylineOf(authors: readonly Author[]): Byline {
  const named = authors.map(({ name, honorific, affiliation, country }) => ({
    name: honorific ? `${honorific}\u00a0${name}` : name,
    affiliation: [affiliation, country].filter((part) => part !== undefined).join(', '),
  }));
  if (authors.length <= maxLines) {
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
