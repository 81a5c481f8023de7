import type { Author, FrontMatter } from '../issue/schema.ts';
import type { Languages } from '../languages/languages.ts';
import { partName } from '../languages/part-name.ts';
import { bareText } from './bare-text.ts';
import type { CitableInstitution, CitablePerson } from './citable.ts';

const roles = {
  authors: 'author',
  translators: 'translator',
  interviewers: 'interviewer',
  interviewees: 'interviewee',
} as const;

/** The people of an article: its authors, translators, interviewers and interviewees, each in order. */
export function citablePeople(front: FrontMatter, lang: string, languages: Languages): CitablePerson[] {
  return (Object.keys(roles) as (keyof typeof roles)[]).flatMap((key) =>
    (front[key] ?? []).map((person) => citablePerson(person, roles[key], lang, languages)),
  );
}

function citablePerson(
  person: Partial<Author> & Pick<Author, 'name'>,
  role: CitablePerson['role'],
  lang: string,
  languages: Languages,
): CitablePerson {
  const name = bareText(person.name);
  const { given, family } = person;
  const parts = partName({ name, given, family }, lang, languages);
  return {
    role,
    name,
    given: parts?.given && bareText(parts.given),
    family: parts && bareText(parts.family),
    suffix: parts?.suffix,
    isFamilyFirst: parts?.isFamilyFirst ?? false,
    honorific: person.honorific && bareText(person.honorific),
    orcid: person.orcid,
    email: person.email,
    bio: person.bio && bareText(person.bio),
    isCorresponding: person.corresponding === true,
    credit: person.roles ?? [],
    institutions: institutionsOf(person),
  };
}

function institutionsOf({ affiliation, country, ror, affiliations = [] }: Partial<Author>): CitableInstitution[] {
  return [{ name: affiliation, country, ror }, ...affiliations]
    .filter((one) => one.name !== undefined || one.ror !== undefined || one.country !== undefined)
    .map((one) => ({ name: one.name && bareText(one.name), country: one.country, ror: one.ror }));
}
