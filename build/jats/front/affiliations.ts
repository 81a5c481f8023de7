import type { Element } from 'xast';
import type { CitableInstitution, CitablePerson } from '../../citable/citable.ts';
import { idIn } from '../../issue/ids.ts';
import { element } from '../../xml/element.ts';

/** The institutions of an article’s authors, each once, and the ids of those of an author. */
export interface Affiliations {
  elements: Element[];
  of(author: CitablePerson): string[];
}

/** Gathers the institutions of all authors, in their order. */
export function affiliations(article: string, authors: readonly CitablePerson[]): Affiliations {
  const keys = [...new Set(authors.flatMap(({ institutions }) => institutions.map(keyOf)))];
  const idOf = (one: CitableInstitution): string => idIn(article, `_aff-${keys.indexOf(keyOf(one)) + 1}`);
  return {
    elements: keys.map((key) => {
      const one = JSON.parse(key) as CitableInstitution;
      return affiliation(idOf(one), one);
    }),
    of: ({ institutions }) => institutions.map(idOf),
  };
}

const keyOf = ({ name, country, ror }: CitableInstitution): string => JSON.stringify({ name, country, ror });

function affiliation(id: string, { name, country, ror }: CitableInstitution): Element {
  const institution = name || ror ? institutionWrap(name, ror) : undefined;
  return element(
    'aff',
    { id },
    institution,
    institution && country ? ', ' : undefined,
    country && element('country', {}, country),
  );
}

/** An institution with its ROR id. */
export function institutionWrap(name: string | undefined, ror: string | undefined): Element {
  return element(
    'institution-wrap',
    {},
    ror && element('institution-id', { 'institution-id-type': 'ror' }, `https://ror.org/${ror}`),
    name && element('institution', {}, name),
  );
}
