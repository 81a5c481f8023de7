import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { Terms, TermsBook } from '../theme/terms.ts';
import { termsFor } from '../theme/terms.ts';
import type { LinkTarget } from './tags/links.ts';

/**
 * Makes a function that names a link’s target in the language of its article: a note, the way back to the text, a
 * heading or an article by its title, a figure or a table by its number, an address.
 */
export function linkNamer(issue: Issue, terms: TermsBook): (target: LinkTarget) => string {
  const names = new Map<string, Map<string, string>>();
  return (target) => {
    if ('address' in target) return target.address.replace(/^mailto:/, '');
    const id = articleOfId(target.id);
    const article = issue.articles.find((one) => one.id === id);
    const known = names.get(id) ?? (article ? namesIn(article, terms) : new Map<string, string>());
    names.set(id, known);
    return known.get(target.id) ?? target.id;
  };
}

/** The names of all targets in an article, by their ids. */
function namesIn({ id, lang, title, body, headings, notes }: Article, terms: TermsBook): Map<string, string> {
  const words: Terms = termsFor(terms, lang);
  const names = new Map([[id, title.text]]);
  for (const heading of headings) names.set(heading.id, heading.title.text);
  visit(body, 'element', (element) => {
    const label = element.properties.id ? labelOf(element) : '';
    if (label) names.set(String(element.properties.id), label);
  });
  for (const note of notes) {
    names.set(note.id, `${words.note} ${note.number}`);
    for (const call of note.calls) names.set(call, `${words['back-to-text']}, ${words.note} ${note.number}`);
  }
  return names;
}

/** The label of a figure or a table in its caption: `Figure 1`. */
function labelOf(figure: Element): string {
  let label = '';
  visit(figure, 'element', ({ properties: { className }, children }) => {
    if (Array.isArray(className) && className.includes('label')) label ||= textOf({ type: 'root', children });
  });
  return label;
}
