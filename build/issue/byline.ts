import type { ElementContent } from 'hast';
import type { FrontCalls } from './model.ts';
import type { Author } from './schema.ts';

/** The layout of an article's authors under its title. */
export interface Byline {
  /**
   * Up to four authors have a line each, with their affiliation (`mark` is absent). More run on, each with the number
   * of an affiliation that is listed below them.
   */
  runOn: boolean;
  authors: { name: string; affiliation?: string; mark?: string; calls: ElementContent[] }[];
  /** Without repetition, in the order of the authors. Empty if each author has a line. */
  affiliations: string[];
}

/** More lines than this would push the text down the page. */
const maxLines = 4;

/** Arranges the authors of an article, with the calls of their notes. An affiliation is followed by its country. */
export function bylineOf(authors: readonly Author[], calls?: FrontCalls): Byline {
  const named = authors.map((author, i) => ({
    calls: calls?.authors[i] ?? [],
    name: author.honorific ? `${author.honorific}\u00a0${author.name}` : author.name,
    affiliations: affiliationsOf(author),
  }));
  if (authors.length <= maxLines) {
    return {
      runOn: false,
      authors: named.map(({ affiliations, ...author }) =>
        affiliations.length > 0 ? { ...author, affiliation: affiliations.join('; ') } : author,
      ),
      affiliations: [],
    };
  }
  const all = [...new Set(named.flatMap((author) => author.affiliations))];
  return {
    runOn: true,
    authors: named.map(({ affiliations, ...author }) =>
      affiliations.length > 0 && all.length > 1
        ? { ...author, mark: affiliations.map((one) => all.indexOf(one) + 1).join(', ') }
        : author,
    ),
    affiliations: all,
  };
}

/** The institutions of an author, each with its country. */
function affiliationsOf({ affiliation, country, affiliations = [] }: Author): string[] {
  return [{ name: affiliation, country }, ...affiliations]
    .map(({ name, country }) => [name, country].filter((part) => part !== undefined).join(', '))
    .filter((text) => text !== '');
}
