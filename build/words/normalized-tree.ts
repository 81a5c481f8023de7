import type { Element, ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import { folioIn } from '../record/fill-folios.ts';
import { addText, emptyText, type NormalizedText } from './normalized-text.ts';

/** The words of a tree with their places in the manuscript. */
export interface NormalizedTree extends NormalizedText {
  places: { from: number; at: Position | undefined }[];
}

/**
 * Reads the words of a tree. `folios` has the page of every id, for page references; `nameOf` returns the words of a
 * reference to an id that has no page.
 */
export function normalizeTree(
  tree: Root | readonly ElementContent[],
  folios: Readonly<Record<string, string>>,
  nameOf?: (id: string) => string,
): NormalizedTree {
  const normalized: NormalizedTree = { ...emptyText(), places: [] };
  const visit = (node: ElementContent, around: Position | undefined, target: string): void => {
    const at = node.position ?? around;
    if (node.type === 'text') {
      normalized.places.push({ from: normalized.letters.length, at });
      addText(normalized, node.value);
    }
    if (node.type !== 'element') return;
    const from = normalized.letters.length;
    const block = !isInline(node.tagName);
    if (block) addText(normalized, ' ');
    const link = has(node, 'page-reference') ? String(node.properties.href ?? '').slice(1) : target;
    if (link && has(node, 'folio')) addText(normalized, folioIn(node, folios, link) ?? '');
    else if (nameOf && has(node, 'page-reference') && !folios[link]) addText(normalized, nameOf(link));
    else for (const child of node.children) visit(child, at, link);
    if (block || node.tagName === 'br') addText(normalized, ' ');
    if (/^(code|pre)$/.test(node.tagName)) normalized.loose.push([from, normalized.letters.length]);
  };
  for (const node of 'children' in tree ? (tree.children as ElementContent[]) : tree) visit(node, undefined, '');
  loosenAddresses(normalized);
  return normalized;
}

/** Finds the place of a letter in the manuscript. */
export function placeOfLetter({ places }: NormalizedTree, at: number): Position | undefined {
  return places.findLast(({ from }) => from <= at)?.at;
}

/** A text that looks like an address may be divided after any of its letters. */
function loosenAddresses(normalized: NormalizedText): void {
  const ends = [...normalized.white, normalized.letters.length].sort((a, b) => a - b);
  let from = 0;
  for (const to of ends) {
    if (/[/@_=]/.test(normalized.letters.slice(from, to))) normalized.loose.push([from, to]);
    from = to;
  }
}

/** True if an element of HTML stands in a line, and does not separate words. */
export const isInline = (name: string): boolean =>
  /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr|br)$/.test(
    name,
  );

const has = ({ properties }: Element, name: string) =>
  Array.isArray(properties.className) && properties.className.includes(name);
