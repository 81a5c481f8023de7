import type { Element } from 'xast';
import type { CitableArticle, CitablePerson } from '../../citable/citable.ts';
import { element, elementIfAny } from '../../xml/element.ts';

/** Crossref has two roles for those who made an article. */
const roles: Partial<Record<CitablePerson['role'], string>> = { author: 'author', translator: 'translator' };

/** The authors and translators of an article: people by their names’ parts, bodies as organizations. */
export function contributors({ people }: CitableArticle): Element | undefined {
  const named = people.filter(({ role }) => roles[role]);
  if (named.length === 0) return undefined;
  return element(
    'contributors',
    {},
    named.map((person, i) => {
      const atts = { sequence: i === 0 ? 'first' : 'additional', contributor_role: roles[person.role] };
      // A name of one part is a surname only if somebody said that it is a person’s.
      if (!person.family && !person.orcid) return element('organization', atts, person.name);
      return element(
        'person_name',
        atts,
        elementIfAny('given_name', {}, person.given),
        element('surname', {}, person.family ?? person.name),
        elementIfAny('suffix', {}, person.suffix),
        affiliations(person),
        person.orcid && element('ORCID', { authenticated: 'false' }, `https://orcid.org/${person.orcid}`),
      );
    }),
  );
}

function affiliations({ institutions }: CitablePerson): Element | undefined {
  const known = institutions.filter(({ name, ror }) => name || ror);
  if (known.length === 0) return undefined;
  return element(
    'affiliations',
    {},
    known.map(({ name, ror, country }) =>
      element(
        'institution',
        {},
        elementIfAny('institution_name', {}, name),
        ror && element('institution_id', { type: 'ror' }, `https://ror.org/${ror}`),
        elementIfAny('institution_place', {}, country),
      ),
    ),
  );
}
