import type { Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Element } from 'xast';
import { element } from '../../xml/element.ts';
import { ownAttributes } from './blocks.ts';

/** A block of code, with its language. */
export function codeBlock(node: HtmlElement): Element {
  const inner = node.children.find(
    (child): child is HtmlElement => child.type === 'element' && child.tagName === 'code',
  );
  const classes = (inner?.properties.className as string[] | undefined) ?? [];
  const language = classes.map((name) => /^language-(.+)$/.exec(name)?.[1]).find(Boolean);
  return element(
    'code',
    { ...ownAttributes(node), language, 'xml:space': 'preserve' },
    textOf(node).replace(/\n$/, ''),
  );
}
