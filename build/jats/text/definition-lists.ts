import type { Element as HtmlElement } from 'hast';
import type { Element } from 'xast';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, ownAttributes, paragraphs } from './blocks.ts';
import { inline } from './inline.ts';

/** Terms, each with its definitions; of several terms for the same definitions, the last has them. */
export function definitionList(node: HtmlElement, setting: JatsSetting): Element {
  const items: Element[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'dt')
      items.push(
        element('def-item', {}, element('term', ownAttributes(child), blockContent(inline(child.children, setting)))),
      );
    else {
      const last = items.at(-1) ?? element('def-item', {}, element('term'));
      if (items.length === 0) items.push(last);
      last.children.push(element('def', ownAttributes(child), paragraphs(child.children, setting)));
    }
  }
  return element('def-list', ownAttributes(node), items);
}
