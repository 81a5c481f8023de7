import type { Issue } from '../issue/model.ts';
import type { Terms, TermsBook } from '../terms.ts';
import { termsFor } from '../terms.ts';
import type { Target } from './tags/links.ts';

/** Says what a link leads to, in the language of its article: to a note, back to the text, to a heading or an article by its title, to an address. */
export function linkNames(issue: Issue, terms: TermsBook): (target: Target) => string {
  const names = new Map<string, string>();
  for (const { id, lang, title, headings, notes } of issue.articles) {
    const words: Terms = termsFor(terms, lang);
    names.set(id, title.text);
    for (const heading of headings) names.set(heading.id, heading.title.text);
    for (const note of notes) {
      names.set(note.id, `${words.note} ${note.number}`);
      for (const call of note.calls) names.set(call, `${words['back-to-text']}, ${words.note} ${note.number}`);
    }
  }
  return (target) => {
    if ('address' in target) return target.address.replace(/^mailto:/, '');
    return names.get(target.id) ?? target.id;
  };
}
