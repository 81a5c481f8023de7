import type { Element, ElementContent, Root } from 'hast';
import type { Article } from '../../issue/model.ts';
import { hasClass } from '../../text/has-class.ts';
import { visit } from '../../text/visit.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { placeNames } from './place-names.ts';

/**
 * Names the target of each reference to a page, in place of the page: in an issue that is not out, pages are not final.
 * An article that it changes gets trees of its own first: the old ones may be kept. Returns the names, in order, by the
 * ids of these articles.
 */
export function namePages(articles: Article[], terms: TermsBook): Map<string, string[]> {
  const nameOf = placeNames({ articles }, terms);
  const changed = new Map<string, string[]>();
  for (const article of articles) {
    // Names are those of the trees before any of them is changed.
    const named = pageReferences(article).map((link) => nameOf(targetOf(link), article));
    if (named.length === 0) continue;
    changed.set(
      article.id,
      named.map(({ text }) => text),
    );
    Object.assign(article, structuredClone({ body: article.body, notes: article.notes }));
    for (const [i, link] of pageReferences(article).entries()) {
      const { text, lang } = named[i] ?? { text: '', lang: article.lang };
      const { className: _, ...properties } = link.properties;
      link.properties = { ...properties, ...(lang === article.lang ? {} : { lang }) };
      link.children = [{ type: 'text', value: text }];
    }
  }
  return changed;
}

function pageReferences({ body, notes }: Article): Element[] {
  const found: Element[] = [];
  const trees: (Root | ElementContent)[] = [body, ...notes.flatMap((note) => note.body)];
  for (const tree of trees)
    visit(tree as Root, 'element', (element) => {
      if (element.tagName === 'a' && hasClass(element, 'page-reference')) found.push(element);
    });
  return found;
}

function targetOf({ properties: { href } }: Element): string {
  return String(href ?? '').slice(1);
}
