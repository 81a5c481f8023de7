import type { Element, ElementContent, Root } from 'hast';
import {
  beginsWith,
  blocksAt,
  type TextPoint,
  textPointAt,
  textsOfBlock,
  wordStart,
} from '../../record/block-texts.ts';
import type { RecordPlace } from '../../record/schema.ts';
import { EXIT, visit } from '../../text/visit.ts';

/**
 * Puts a marker into a tree at a place of the page record. The marker precedes the first word of the page. Where that
 * word is divided, the marker precedes all of it, because a marker inside would part the word for search and speech;
 * after a dash or a line’s end it is at the very place. Returns false and leaves the tree unchanged if there is no such
 * place, or other words follow there.
 */
export function markPlace(tree: Root, place: RecordPlace, marker: Element): boolean {
  for (const block of blocksAt(tree, place)) {
    const texts = textsOfBlock(block);
    const text = texts.map(({ node }) => node.value).join('');
    const from = wordStart(text, place.word);
    if (place.word === 0 && place.letters === 0) putFirst(tree, block, marker);
    else if (from === undefined || !beginsWith(text.slice(from + place.letters), place.text)) continue;
    else {
      const exact = textPointAt(texts, from + place.letters);
      const standsApart = exact && place.letters > 0 && isApart(exact, text[from + place.letters - 1]);
      const at = standsApart ? exact : textPointAt(texts, from);
      if (!at) continue;
      putBefore(at, block, marker);
    }
    return true;
  }
  return false;
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
function putFirst(tree: Root, block: Element, marker: Element): void {
  let host = block;
  visit(tree, 'element', (figure) => {
    if (figure.tagName !== 'figure' || figure === block) return;
    const [first] = figure.children.filter((child) => child.type === 'element');
    if (figure.children.includes(block) && first !== block && first?.type === 'element' && first.tagName === 'img')
      host = figure;
  });
  for (let first = firstBlock(host); first; first = firstBlock(first)) host = first;
  const isBefore = /^h[1-6r]$/.test(host.tagName);
  if (!isBefore) host.children.unshift(marker);
  else
    visit(tree, 'element', (element, index, parent) => {
      if (element !== host) return undefined;
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
