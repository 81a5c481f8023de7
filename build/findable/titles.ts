import type { CitableArticle, CitablePerson } from '../citable/citable.ts';

/** A title with its subtitle, as catalogues have it. */
export function wholeTitle({ title, subtitle }: Pick<CitableArticle, 'title' | 'subtitle'>): string {
  if (!subtitle) return title;
  return `${title}${/[.:!?…]$/.test(title) ? '' : ':'} ${subtitle}`;
}

/** The people of an article in a role, in order. */
export function peopleOf({ people }: CitableArticle, role: CitablePerson['role']): CitablePerson[] {
  return people.filter((person) => person.role === role);
}

/** A name with the family name first, `Roe, Ann, Jr.`; that of a body, or of one part, as it is. */
export function invertedName({ name, given, family, suffix }: CitablePerson): string {
  return family ? [family, given, suffix].filter(Boolean).join(', ') : name;
}

/** `44–46`, or the one page. */
export function pageRange(pages: CitableArticle['pages'], dash = '-'): string | undefined {
  if (!pages) return undefined;
  return pages.first === pages.last ? pages.first : `${pages.first}${dash}${pages.last}`;
}
