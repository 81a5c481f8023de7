import type { Element, ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import { folioIn } from '../record/fill-folios.ts';
import { addText, newStrand, type Strand } from './strand.ts';

/** The words of a tree with their places in the manuscript. */
export interface TreeStrand extends Strand {
  places: { from: number; at: Position | undefined }[];
}

/**
 * Reads the words of a tree. `folios` has the page of every id, for page references; `nameOf` returns the words of a
 * reference to an id that has no page.
 */
export function treeStrand(
  tree: Root | readonly ElementContent[],
  folios: Readonly<Record<string, string>>,
  nameOf?: (id: string) => string,
): TreeStrand {
  const strand: TreeStrand = { ...newStrand(), places: [] };
  const visit = (node: ElementContent, around: Position | undefined, target: string): void => {
    const at = node.position ?? around;
    if (node.type === 'text') {
      strand.places.push({ from: strand.letters.length, at });
      addText(strand, node.value);
    }
    if (node.type !== 'element') return;
    const from = strand.letters.length;
    const block = !isInline(node.tagName);
    if (block) addText(strand, ' ');
    const link = has(node, 'page-reference') ? String(node.properties.href ?? '').slice(1) : target;
    if (link && has(node, 'folio')) addText(strand, folioIn(node, folios, link) ?? '');
    else if (nameOf && has(node, 'page-reference') && !folios[link]) addText(strand, nameOf(link));
    else for (const child of node.children) visit(child, at, link);
    if (block || node.tagName === 'br') addText(strand, ' ');
    if (/^(code|pre)$/.test(node.tagName)) strand.loose.push([from, strand.letters.length]);
  };
  for (const node of 'children' in tree ? (tree.children as ElementContent[]) : tree) visit(node, undefined, '');
  loosenAddresses(strand);
  return strand;
}

/** Finds the place of a letter in the manuscript. */
export function placeOfLetter({ places }: TreeStrand, at: number): Position | undefined {
  return places.findLast(({ from }) => from <= at)?.at;
}

/** A text that looks like an address may be divided after any of its letters. */
function loosenAddresses(strand: Strand): void {
  const ends = [...strand.white, strand.letters.length].sort((a, b) => a - b);
  let from = 0;
  for (const to of ends) {
    if (/[/@_=]/.test(strand.letters.slice(from, to))) strand.loose.push([from, to]);
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
