import type { Element, Root } from 'hast';
import { isEndId } from '../issue/ids.ts';
import { isIndexPart } from '../issue/index-model.ts';
import type { Article } from '../issue/model.ts';
import { folioIn } from '../record/fill-folios.ts';
import { visit } from '../text/visit.ts';
import { classesOf } from './class-names.ts';
import type { BookTargets } from './targets.ts';

/**
 * Points links between articles to the other article's file. A page reference, `p. ?`, gets the page of the print
 * edition. Where there is none it gets the name of its target, because an e-book has no pages of its own.
 */
export function pointLinks(tree: Root, article: Article, targets: BookTargets): void {
  visit(tree, 'element', (element, index, parent) => {
    const { href, id: own } = element.properties;
    if (typeof own === 'string' && isIndexPart(own) && !targets.isIndexed(own) && parent && index !== undefined) {
      // A mark for an index that the book does not have.
      parent.children.splice(index, 1, ...element.children);
      return index;
    }
    // An id that marks the last page of something is for print alone.
    if (typeof own === 'string' && isEndId(own)) delete element.properties.id;
    if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
    const id = href.slice(1);
    const to = targets.href(id, article);
    if (to) element.properties.href = to;
    else {
      // The target is outside the book and has no address.
      element.tagName = 'span';
      delete element.properties.href;
    }
    if (!classesOf(element).includes('page-reference')) return;
    const folio = targets.folio(id);
    const { text, lang } = targets.name(id, article);
    element.properties = { ...(to ? { href: to } : {}), ...(folio || lang === article.lang ? {} : { lang }) };
    if (folio) fillFolios(element, id, targets);
    else element.children = [{ type: 'text', value: text }];
  });
}

/** Writes the folios into the places that the link has for them. */
function fillFolios(link: Element, id: string, { folios }: BookTargets): void {
  visit(link, 'element', (element, index, parent) => {
    const value = folioIn(element, folios, id);
    if (value === undefined || !parent || index === undefined) return;
    parent.children.splice(index, 1, { type: 'text', value });
  });
}
