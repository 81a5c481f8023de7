import type { Element, ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import { folioIn } from '../record/fill-folios.ts';
import { addSoftBreak, appendText, emptyText, type NormalizedText } from './normalized-text.ts';

/** The text of a tree, with the places of its parts in the manuscript. */
export interface TreeText extends NormalizedText {
  places: { from: number; at: Position | undefined }[];
}

/**
 * Returns the text of a tree. `folios` has the page of every id, to fill in page references; `nameOf` returns the text
 * for a reference to an id that has no page.
 */
export function treeText(
  tree: Root | readonly ElementContent[],
  folios: Readonly<Record<string, string>>,
  nameOf?: (id: string) => string,
): TreeText {
  const normalized: TreeText = { ...emptyText(), places: [] };
  const visit = (node: ElementContent, around: Position | undefined, target: string): void => {
    const at = node.position ?? around;
    if (node.type === 'text') {
      normalized.places.push({ from: normalized.characters.length, at });
      appendText(normalized, node.value);
    }
    if (node.type !== 'element') return;
    // A formula is not words, and may stand between two.
    if (node.tagName === 'math') {
      addSoftBreak(normalized);
      return;
    }
    const from = normalized.characters.length;
    const block = !isInline(node.tagName);
    if (block) appendText(normalized, ' ');
    const link = has(node, 'page-reference') ? String(node.properties.href ?? '').slice(1) : target;
    if (link && has(node, 'folio')) appendText(normalized, folioIn(node, folios, link) ?? '');
    else if (nameOf && has(node, 'page-reference') && !folios[link]) appendText(normalized, nameOf(link));
    else for (const child of node.children) visit(child, at, link);
    if (block || node.tagName === 'br') appendText(normalized, ' ');
    if (/^(code|pre)$/.test(node.tagName)) normalized.breakable.push([from, normalized.characters.length]);
  };
  for (const node of 'children' in tree ? (tree.children as ElementContent[]) : tree) visit(node, undefined, '');
  markAddressesBreakable(normalized);
  return normalized;
}

/** Returns the place of a character in the manuscript. */
export function placeOfCharacter({ places }: TreeText, at: number): Position | undefined {
  return places.findLast(({ from }) => from <= at)?.at;
}

/** Marks what looks like an address: it may be broken after any character. */
function markAddressesBreakable(normalized: NormalizedText): void {
  const ends = [...normalized.spaces, normalized.characters.length].sort((a, b) => a - b);
  let from = 0;
  for (const to of ends) {
    if (/[/@_=]/.test(normalized.characters.slice(from, to))) normalized.breakable.push([from, to]);
    from = to;
  }
}

/** True if an HTML element is inline, so that it does not separate words. */
export const isInline = (name: string): boolean =>
  /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr|br)$/.test(
    name,
  );

const has = ({ properties }: Element, name: string) =>
  Array.isArray(properties.className) && properties.className.includes(name);
