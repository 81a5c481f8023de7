import * as v from 'valibot';
import { doi, fullDate, mailAddress, orcid } from '../issue/values.ts';
import type { AuthorPlace, Imported } from './imported.ts';

/** Takes out facts whose form front matter refuses, such as an ORCID with a slip, and reports them. */
export function takeUnsound({ facts, doubts, words }: Imported): void {
  const leave = (what: string, value: string, at: AuthorPlace): void => {
    words.changes.push({ from: value, to: '', at, why: `${what} of a wrong form` });
    doubts.push({
      rule: 'import-title',
      confidence: 0,
      at,
      words: value,
      found: `The ${what} ${value} is none that exists`,
      fix: 'Ask the author, and write it into the front matter.',
      level: 'warning',
    });
  };
  for (const { value, at } of facts.authors ?? []) {
    if (value.orcid && !v.is(orcid, value.orcid)) {
      leave('ORCID', value.orcid, at);
      delete value.orcid;
    }
    if (value.email && !v.is(mailAddress, value.email)) {
      leave('mail address', value.email, at);
      delete value.email;
    }
  }
  if (facts.doi && !v.is(doi, facts.doi.value)) {
    leave('DOI', facts.doi.value, facts.doi.at);
    delete facts.doi;
  }
  for (const key of ['received', 'accepted'] as const) {
    const date = facts[key];
    if (!date || v.is(fullDate, date.value)) continue;
    leave('date', date.value, date.at);
    delete facts[key];
  }
}
