import type { CitableArticle, CitablePerson } from '../citable/citable.ts';
import { articlesOf, type JournalSite, type SiteArticle } from '../findable/site-model.ts';
import { asciiName } from '../languages/ascii-name.ts';
import { collationOf } from '../languages/collate.ts';

/** Somebody who wrote for the journal, with the articles, the newest first. */
export interface SitePerson {
  /** As it is sorted: `Roe, Ann`. */
  name: string;
  orcid?: string | undefined;
  /** Unique on the page, and the same when others come. */
  id: string;
  articles: SiteArticle[];
}

/**
 * The people of a site in the order of the journal’s language. Those with one ORCID are one, however their names are
 * written; without one, those of one name.
 */
export function peopleOfSite(site: JournalSite, lang: string): SitePerson[] {
  const people = new Map<string, SitePerson>();
  const articles = articlesOf(site);
  // A person who has an ORCID in one article is the one of that name in another.
  const known = new Map(
    articles.flatMap(({ article }) =>
      article.people.flatMap((person) => (person.orcid ? [[sorted(person), person.orcid] as const] : [])),
    ),
  );
  for (const one of articles)
    for (const person of authorsOf(one.article)) {
      const name = sorted(person);
      const orcid = person.orcid ?? known.get(name);
      const key = orcid ?? name;
      const found = people.get(key) ?? { name, orcid, id: '', articles: [] };
      if (!found.articles.includes(one)) found.articles.push(one);
      people.set(key, found);
    }
  const { compare } = collationOf(lang);
  const all = [...people.values()].sort((one, other) => compare(one.name, other.name));
  const taken = new Map<string, number>();
  return all.map((person) => {
    // Made of the name, so that it stays when others come.
    const stem = person.orcid ?? asciiName(person.name, lang);
    const count = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, count);
    return { ...person, id: count > 1 ? `${stem}-${count}` : stem || 'person' };
  });
}

function authorsOf({ people }: CitableArticle): CitablePerson[] {
  return people.filter(({ role }) => role === 'author' || role === 'interviewee' || role === 'translator');
}

function sorted({ name, given, family }: CitablePerson): string {
  return family ? [family, given].filter(Boolean).join(', ') : name;
}
