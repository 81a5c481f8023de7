import type { Element, Root } from 'xast';

/** The words of an element, with single spaces; those of a picture are its alternative text. */
export function wordsOf(element: Element | Root | undefined): string {
  const text = (node: Element | Root): string =>
    node.children
      .map((child) => {
        if (child.type === 'text' || child.type === 'cdata') return child.value;
        if (child.type !== 'element') return '';
        return child.name === 'img' ? ` ${child.attributes.alt ?? ''} ` : text(child);
      })
      .join('');
  return element ? text(element).replace(/\s+/g, ' ').trim() : '';
}
