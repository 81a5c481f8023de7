import type { Article, Issue } from '../../issue/model.ts';
import type { Languages } from '../../languages/languages.ts';
import { sortName } from '../../languages/part-name.ts';

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
export function editorsOf({ journal }: Issue, languages: Languages): Person[] {
  return journal.editors.map(({ name, orcid }, i) => ({
    id: `editor-${i + 1}`,
    role: 'edt',
    name,
    fileAs: sortName({ name }, journal.lang, languages),
    orcid,
  }));
}

/** The authors of articles in order, each once: by ORCID, or else by name. */
export function authorsOf(articles: readonly Article[], languages: Languages): Person[] {
  const authors = new Map<string, Person>();
  for (const { front, lang } of articles)
    for (const author of front.authors) {
      const { name, orcid } = author;
      const [key, id] = [orcid ?? name, `author-${authors.size + 1}`];
      const fileAs = sortName(author, lang, languages);
      if (!authors.has(key)) authors.set(key, { id, role: 'aut', name, fileAs, orcid });
    }
  return [...authors.values()];
}
