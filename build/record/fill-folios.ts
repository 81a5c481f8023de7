import type { Element, ElementContent } from 'hast';
import type { Issue } from '../issue/model.ts';
import { hasClass } from '../text/has-class.ts';
import { folioText } from './folio-text.ts';

/**
 * The text at the place for a folio in a tree, `<span class="folio" data-of="on-margins--fig-map">`; undefined for
 * other elements, and if the page is not known.
 */
export function folioIn(
  { properties }: Element,
  folios: Readonly<Record<string, string>>,
  link?: string,
): string | undefined {
  const { className, dataOf = link, dataTo } = properties;
  if (!Array.isArray(className) || !className.includes('folio') || dataOf === undefined) return undefined;
  return folioText(String(dataOf), dataTo === undefined ? undefined : String(dataTo), (id) => folios[id]);
}

/**
 * Puts folios into the titles of headings that refer to pages, for contents and bookmarks, as the text has them.
 * `targetName` gives the name of a target whose page is not known.
 */
export function fillHeadings(
  issue: Issue,
  folios: Readonly<Record<string, string>>,
  targetName?: (id: string, article: Issue['articles'][number]) => string,
): void {
  // The headings of an article that is kept stay as they are.
  for (const article of issue.articles)
    article.headings = article.headings.map((heading) => {
      if (!heading.title.tree.some(hasFolio)) return heading;
      const tree = heading.title.tree.flatMap((node) =>
        filled(node, folios, targetName && ((id) => targetName(id, article))),
      );
      return { ...heading, title: { tree, text: textOf(tree).replace(/\s+/g, ' ').trim() } };
    });
}

function filled(
  node: ElementContent,
  folios: Readonly<Record<string, string>>,
  nameOf: ((id: string) => string) | undefined,
): ElementContent[] {
  if (node.type !== 'element' || !hasFolio(node)) return [node];
  const place = folioPlaceIn(node);
  if (nameOf && place && hasClass(node, 'page-reference') && folioIn(place, folios) === undefined)
    return [{ type: 'text', value: nameOf(String(place.properties.dataOf)) }];
  const value = folioIn(node, folios);
  if (value !== undefined) return [{ type: 'text', value }];
  const children = node.children.flatMap((child) => filled(child, folios, nameOf));
  return hasClass(node, 'page-reference') ? children : [{ ...node, children }];
}

/** True if a heading of an issue refers to a page, so that its title is known only when pages are numbered. */
export function hasHeadingsWithFolios({ articles }: Issue): boolean {
  return articles.some(({ headings }) => headings.some(({ title }) => title.tree.some(hasFolio)));
}

function hasFolio(node: ElementContent): boolean {
  return node.type === 'element' && (hasClass(node, 'folio') || node.children.some(hasFolio));
}

/** The first place for a folio in an element. */
function folioPlaceIn(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (hasClass(node, 'folio')) return node;
  for (const child of node.children) {
    const place = folioPlaceIn(child);
    if (place) return place;
  }
  return undefined;
}

function textOf(tree: readonly ElementContent[]): string {
  return tree
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('');
}
