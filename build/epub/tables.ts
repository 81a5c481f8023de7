import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Puts every table into a box of its own, which can scroll where a screen is too narrow for the table; its caption stays in view. */
export function boxTables(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || !parent || index === undefined) return;
    const box: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-box'] },
      children: [element],
    };
    parent.children.splice(index, 1, box);
    return [SKIP, index + 1];
  });
}
