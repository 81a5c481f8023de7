import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Article } from '../issue/model.ts';
import { classesOf } from './class-names.ts';
import type { Targets } from './targets.ts';

/**
 * Points links between articles to the other article's file. A page reference, `p. ?`, says the name of its target instead: an e-book has no
 * pages of its own.
 */
export function pointLinks(tree: Root, article: Article, targets: Targets): void {
  visit(tree, 'element', (element) => {
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
    const id = href.slice(1);
    if (!classesOf(element).includes('page-reference')) {
      element.properties.href = targets.href(id, article);
      return;
    }
    const { text, lang } = targets.name(id, article);
    element.properties = { href: targets.href(id, article), ...(lang === article.lang ? {} : { lang }) };
    element.children = [{ type: 'text', value: text }];
  });
}
