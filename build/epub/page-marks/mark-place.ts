import type { Element, ElementContent, Root, Text } from 'hast';
import type { RecordPlace } from '../../record/schema.ts';
import { EXIT, visit } from '../../text/visit.ts';
import { classesOf } from '../class-names.ts';

/**
 * Puts a marker into a tree at a place of the page record. The marker precedes the first word of the page. Where that
 * word is divided, the marker precedes all of it, because a marker inside would part the word for search and speech;
 * after a dash or a line’s end it is at the very place. Returns false and leaves the tree unchanged if there is no such
 * place, or other words follow there.
 */
export function markPlace(tree: Root, place: RecordPlace, marker: Element): boolean {
  for (const block of blocksAt(tree, place)) {
    const texts = textsOf(block);
    const text = texts.map(({ node }) => node.value).join('');
    const from = wordStart(text, place.word);
    if (place.word === 0 && place.letters === 0) putFirst(tree, block, marker, place.text);
    else if (from === undefined || !begins(text.slice(from + place.letters), place.text)) continue;
    else {
      const exact = pointAt(texts, from + place.letters);
      const standsApart = exact && place.letters > 0 && isApart(exact, text[from + place.letters - 1]);
      const at = standsApart ? exact : pointAt(texts, from);
      if (!at) continue;
      putBefore(at, block, marker);
    }
    return true;
  }
  return false;
}

interface BlockText {
  node: Text;
  /** From the block, which is first, to the text’s parent. */
  path: Element[];
}

/** The elements that begin at a place, the innermost first. */
function blocksAt(tree: Root, { line, column }: RecordPlace): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    const start = element.position?.start;
    if (blocks.test(element.tagName) && start?.line === line && start?.column === column) found.unshift(element);
  });
  return found;
}

/** The elements whose text places are counted in, as build/galley/mark-places.ts marks them. */
const blocks = /^(p|li|h[1-6]|figure|figcaption|td|th|dt|dd|blockquote|pre|hr)$/;

/** The texts of a block, except those of calls. */
function textsOf(block: Element): BlockText[] {
  const texts: BlockText[] = [];
  const walk = (element: Element, path: Element[]): void => {
    if (classesOf(element).includes('call')) return;
    for (const child of element.children) {
      if (child.type === 'text') texts.push({ node: child, path });
      else if (child.type === 'element') walk(child, [...path, child]);
    }
  };
  walk(block, [block]);
  return texts;
}

/** The index at which the word around an index begins. */
function wordStart(text: string, index: number): number | undefined {
  let count = 0;
  for (const word of text.matchAll(/\S+/g)) if (count++ === index) return word.index;
  return undefined;
}

/** True if a text begins with the words that the record has for the place. The last of them may be cut off. */
function begins(text: string, words: string): boolean {
  const [wanted, found] = [words, text].map((one) => one.replaceAll('\u00ad', '').trim().split(/\s+/));
  return (wanted ?? []).slice(0, 3).every((word, i) => word === found?.[i]);
}

function wordsOf(element: Element): string {
  return textsOf(element)
    .map(({ node }) => node.value)
    .join('');
}

function contains(outer: Element, inner: Element): boolean {
  return outer.children.some((child) => child === inner || (child.type === 'element' && contains(child, inner)));
}

interface TextPoint extends BlockText {
  /** An index in the text. */
  offset: number;
}

function pointAt(texts: readonly BlockText[], offset: number): TextPoint | undefined {
  let start = 0;
  for (const one of texts) {
    const end = start + one.node.value.length;
    if (offset < end) return { ...one, offset: offset - start };
    start = end;
  }
  return undefined;
}

/** True if a place parts two words without white space: it is after a dash or a line break. */
function isApart({ offset, node, path }: TextPoint, before: string | undefined): boolean {
  if (before === '–' || before === '—') return true;
  const siblings = path.at(-1)?.children ?? [];
  const previous = siblings[siblings.indexOf(node) - 1];
  return offset === 0 && previous?.type === 'element' && previous.tagName === 'br';
}

function putBefore({ node, path, offset }: TextPoint, block: Element, marker: Element): void {
  let parent = path.at(-1) as Element;
  let index = parent.children.indexOf(node);
  if (offset > 0) {
    const [before, after] = [node.value.slice(0, offset), node.value.slice(offset)];
    parent.children.splice(index, 1, { ...node, value: before }, marker, { ...node, value: after });
    return;
  }
  // The marker goes before a link or emphasis, not into it as its first child.
  for (let depth = path.length - 1; parent !== block && index === 0; depth--) {
    const above = path[depth - 1] as Element;
    index = above.children.indexOf(parent);
    parent = above;
  }
  parent.children.splice(index, 0, marker);
}

/**
 * Puts the marker at the head of a block. For a caption below a picture it goes to the head of the figure. It precedes
 * a heading, whose name it would otherwise become part of, and a rule.
 */
function putFirst(tree: Root, block: Element, marker: Element, text: string): void {
  let host = block;
  visit(tree, 'element', (figure) => {
    if (figure.tagName !== 'figure' || figure === block) return;
    const [first] = figure.children.filter((child) => child.type === 'element');
    // A page may begin with the caption of a table, which has no place of its own. The marker goes into the caption,
    // because that has to come first.
    const isTable = first?.type === 'element' && first.tagName === 'figcaption' && contains(figure, block);
    if (isTable && begins(wordsOf(first), text)) host = first;
    if (figure.children.includes(block) && first !== block && first?.type === 'element' && first.tagName === 'img')
      host = figure;
  });
  for (let first = firstBlock(host); first; first = firstBlock(first)) host = first;
  const isBefore = /^h[1-6r]$/.test(host.tagName);
  if (!isBefore) host.children.unshift(marker);
  else
    visit(tree, host, (_, index, parent) => {
      parent?.children.splice(index ?? 0, 0, marker);
      return EXIT;
    });
}

/** The block that a block begins with: a marker beside it would change its layout. */
function firstBlock({ tagName, children }: Element): Element | undefined {
  if (tagName === 'figure') return undefined;
  const first = children.find((child: ElementContent) => child.type !== 'text' || child.value.trim() !== '');
  return first?.type === 'element' && /^(p|li|ul|ol|blockquote|h[1-6])$/.test(first.tagName) ? first : undefined;
}
