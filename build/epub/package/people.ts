import type { Article, Issue } from '../../issue/model.ts';
import type { Languages } from '../../languages/languages.ts';
import { sortName } from '../../languages/part-name.ts';

/** A creator of, or a contributor to, the issue. */
export interface Person {
  /** Id in the package document. */
  id: string;
  name: string;
  /** A MARC relator: `edt`, `aut`. */
  role: 'edt' | 'aut' | 'trl' | 'ivr' | 'ive';
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

/**
 * The authors of articles in order, then translators, interviewers and interviewees, each once in a role: by ORCID, or
 * else by name.
 */
export function authorsOf(articles: readonly Article[], languages: Languages): Person[] {
  return (['authors', 'translators', 'interviewers', 'interviewees'] as const).flatMap((key) => {
    const people = new Map<string, Person>();
    const { role, stem } = roles[key];
    for (const { front, lang } of articles)
      for (const person of front[key] ?? []) {
        const { name, orcid } = person;
        const id = `${stem}-${people.size + 1}`;
        const fileAs = sortName(person, lang, languages);
        if (!people.has(orcid ?? name)) people.set(orcid ?? name, { id, role, name, fileAs, orcid });
      }
    return [...people.values()];
  });
}

const roles = {
  authors: { role: 'aut', stem: 'author' },
  translators: { role: 'trl', stem: 'translator' },
  interviewers: { role: 'ivr', stem: 'interviewer' },
  interviewees: { role: 'ive', stem: 'interviewee' },
} as const;
