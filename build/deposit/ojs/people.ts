import type { Element } from 'xast';
import type { CitableArticle, CitableInstitution, CitablePerson } from '../../citable/citable.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import { countryCode } from './countries.ts';
import type { OjsLook } from './look.ts';

/** The authors of an article. The first is the one that OJS writes to, unless another is corresponding. */
export function authors({ people, lang }: CitableArticle, look: OjsLook, firstId: number): Element {
  const all = people.filter(({ role }) => role === 'author');
  return element(
    'authors',
    {},
    all.map((person, i) =>
      element(
        'author',
        {
          primary_contact: person === contactOf(all) ? 'true' : undefined,
          include_in_browse: 'true',
          user_group_ref: look.authorGroup,
          seq: i,
          id: firstId + i,
        },
        element('givenname', { locale: look.locale(lang) }, person.given ?? person.name),
        person.given && elementIfAny('familyname', { locale: look.locale(lang) }, person.family),
        affiliations(person, lang, look),
        country(person, lang),
        element('email', {}, person.email ?? look.email ?? ''),
        person.orcid && element('orcid', {}, `https://orcid.org/${person.orcid}`),
        person.bio && element('biography', { locale: look.locale(lang) }, paragraph(person.bio)),
      ),
    ),
  );
}

/** The author that OJS writes to. */
export function contactOf(people: readonly CitablePerson[]): CitablePerson | undefined {
  return people.find(({ isCorresponding }) => isCorresponding) ?? people[0];
}

/** OJS 3.5 has several institutions for an author, with their ROR; before, one text. */
function affiliations({ institutions }: CitablePerson, lang: string, look: OjsLook): (Element | undefined)[] {
  const locale = look.locale(lang);
  if (look.version === '3.5')
    return institutions.filter(({ name, ror }) => name || ror).map((one) => affiliation(one, locale));
  return [elementIfAny('affiliation', { locale }, institutions.flatMap(({ name }) => name ?? []).join('; '))];
}

function affiliation({ name = '', ror }: CitableInstitution, locale: string): Element {
  const address = ror && `https://ror.org/${ror}`;
  // Its schema wants a name, and it takes that of its own list.
  if (address)
    return element('rorAffiliation', {}, element('ror', {}, address), element('name', { locale }, name || address));
  return element('affiliation', {}, element('name', { locale }, name));
}

function country({ institutions }: CitablePerson, lang: string): Element | undefined {
  const named = institutions.find((one) => one.country)?.country;
  return named ? elementIfAny('country', {}, countryCode(named, lang)) : undefined;
}

/** Text as a paragraph of HTML, which OJS shows as such. */
export function paragraph(text: string): string {
  return `<p>${asHtml(text)}</p>`;
}

/** Text as HTML. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
