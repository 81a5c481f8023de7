import type { Element as HtmlElement } from 'hast';
import type { Element } from 'xast';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, ownAttributes } from './blocks.ts';
import { inline } from './inline.ts';
import { attribution, partsOf } from './quotations.ts';

/** A box, with its heading. */
export function boxedText(node: HtmlElement, setting: JatsSetting): Element {
  const { label, rest, source } = partsOf(node);
  return element(
    'boxed-text',
    { ...ownAttributes(node), position: 'anchor', 'content-type': 'box' },
    label && element('caption', {}, element('title', {}, blockContent(inline(label.children, setting)))),
    blocks(rest, setting),
    source && attribution(source, setting),
  );
}

/** Words of the article that are pulled out. */
export function pullQuote(node: HtmlElement, setting: JatsSetting): Element {
  const { label, rest, source } = partsOf(node);
  return element(
    'disp-quote',
    { ...ownAttributes(node), 'content-type': 'pullquote' },
    label && element('p', { 'content-type': 'title' }, blockContent(inline(label.children, setting))),
    blocks(rest, setting),
    source && attribution(source, setting),
  );
}
