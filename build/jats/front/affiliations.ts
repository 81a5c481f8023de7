import type { Element } from 'xast';
import { idIn } from '../../issue/ids.ts';
import type { Author } from '../../issue/schema.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/** An institution as front matter names it. */
interface Institution {
  name?: string | undefined;
  country?: string | undefined;
  ror?: string | undefined;
}

/** The institutions of an article’s authors, each once, and the ids of those of an author. */
export interface Affiliations {
  elements: Element[];
  of(author: Author): string[];
}

/** Gathers the institutions of all authors, in their order. */
export function affiliations({ article }: JatsSetting): Affiliations {
  const ids = new Map<string, string>();
  const elements: Element[] = [];
  for (const author of article.front.authors)
    for (const one of institutionsOf(author)) {
      const key = JSON.stringify(one);
      if (ids.has(key)) continue;
      const id = idIn(article.id, `_aff-${ids.size + 1}`);
      ids.set(key, id);
      elements.push(affiliation(id, one));
    }
  return {
    elements,
    of: (author) => institutionsOf(author).map((one) => ids.get(JSON.stringify(one)) as string),
  };
}

function institutionsOf({ affiliation, country, ror, affiliations: more = [] }: Author): Institution[] {
  return [{ name: affiliation, country, ror }, ...more]
    .filter(({ name, country }) => name !== undefined || country !== undefined)
    .map(({ name, country, ror }) => ({ name, country, ror }));
}

function affiliation(id: string, { name, country, ror }: Institution): Element {
  return element(
    'aff',
    { id },
    name && institutionWrap(name, ror),
    name && country ? ', ' : undefined,
    country && element('country', {}, country),
  );
}

/** An institution with its ROR id. */
export function institutionWrap(name: string, ror: string | undefined): Element {
  return element(
    'institution-wrap',
    {},
    ror ? element('institution-id', { 'institution-id-type': 'ror' }, `https://ror.org/${ror}`) : undefined,
    element('institution', {}, name),
  );
}
