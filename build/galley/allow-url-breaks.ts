import type { Element, ElementContent, Root } from 'hast';
import { addressBreaks } from '../text/address-breaks.ts';

/**
 * Copies a tree and marks by `<wbr>` where addresses that are printed in full may break: nothing is added to their
 * letters.
 */
export function allowUrlBreaks<T extends Root | ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return tree.flatMap((node) => allowIn(node, false)) as T;
  return { ...tree, children: tree.children.flatMap((node) => allowIn(node as ElementContent, false)) };
}

function allowIn(node: ElementContent, inLink: boolean): ElementContent[] {
  if (node.type === 'text') return inLink && /^(https?:\/\/|www\.)/.test(node.value) ? pieces(node.value) : [node];
  if (node.type !== 'element') return [node];
  const isLink = inLink || (node.tagName === 'a' && /^https?:/.test(String(node.properties.href)));
  return [{ ...node, children: node.children.flatMap((child) => allowIn(child, isLink)) }];
}

function pieces(url: string): ElementContent[] {
  const wbr: Element = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  const breaks = addressBreaks(url);
  return [0, ...breaks].flatMap((from, i) => {
    const text: ElementContent = { type: 'text', value: url.slice(from, breaks[i]) };
    return i === 0 ? [text] : [wbr, text];
  });
}
