import type { Article, Issue } from '../../issue/model.ts';
import { sortName } from './sort-name.ts';

/** A creator of, or a contributor to, the issue. */
export interface Person {
  /** Id in the package document. */
  id: string;
  name: string;
  /** A MARC relator: `edt`, `aut`. */
  role: 'edt' | 'aut';
  /** The name for sorting: `Family, Given`. */
  fileAs: string;
  orcid?: string | undefined;
}

/** The journal's editors. */
export function editorsOf({ journal }: Issue): Person[] {
  return journal.editors.map(({ name, orcid }, i) => ({
    id: `editor-${i + 1}`,
    role: 'edt',
    name,
    fileAs: sortName({ name }),
    orcid,
  }));
}

/** The authors of articles in order, each once: by ORCID, or else by name. */
export function authorsOf(articles: readonly Article[]): Person[] {
  const authors = new Map<string, Person>();
  for (const author of articles.flatMap((article) => article.front.authors)) {
    const { name, orcid } = author;
    const key = orcid ?? name;
    if (!authors.has(key))
      authors.set(key, { id: `author-${authors.size + 1}`, role: 'aut', name, fileAs: sortName(author), orcid });
  }
  return [...authors.values()];
}
