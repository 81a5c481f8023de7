import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Element } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, ownAttributes, paragraphs } from './blocks.ts';
import { inline } from './inline.ts';

/**
 * A theorem, a proof or the like: its label, its name, and its words. The name is a paragraph: `title` is for it, but
 * Pandoc and other readers leave out that of a statement or a quotation.
 */
export function statement(node: HtmlElement, setting: JatsSetting): Element {
  const { label, name, rest } = withoutHead(node);
  const { kind } = (node.data ?? {}) as { kind?: string };
  return element(
    'statement',
    { ...ownAttributes(node), 'content-type': kind },
    label && element('label', {}, textOf(label)),
    name.length > 0 ? element('p', { 'content-type': 'title' }, blockContent(inline(name, setting))) : undefined,
    paragraphs(rest, setting, (one) => one === 'statement'),
  );
}

/** The head that stands before the first words of a theorem, taken from them: its label and its name. */
export function withoutHead({ children }: HtmlElement): {
  label?: HtmlElement | undefined;
  name: HtmlContent[];
  rest: HtmlContent[];
} {
  const at = children.findIndex((child) => child.type === 'element');
  const first = children[at];
  const head = first?.type === 'element' ? first.children.find(isHead) : undefined;
  if (first?.type !== 'element' || !head) return { name: [], rest: [...children] };
  const inner = first.children.filter((child) => child !== head);
  const isEmpty = inner.every((child) => child.type === 'text' && child.value.trim() === '');
  return {
    label: head.children.find(
      (child): child is HtmlElement => child.type === 'element' && hasClass(child, 'theorem-label'),
    ),
    name: withoutBrackets(
      head.children.filter((child) => child.type !== 'element' || !hasClass(child, 'theorem-label')),
    ),
    rest: children.flatMap((child, i) => (i !== at ? [child] : isEmpty ? [] : [{ ...first, children: inner }])),
  };
}

function isHead(node: HtmlContent): node is HtmlElement {
  return node.type === 'element' && hasClass(node, 'theorem-head');
}

/** A name without the brackets and the stop that the pages have around it. */
function withoutBrackets(nodes: readonly HtmlContent[]): HtmlContent[] {
  const last = nodes.length - 1;
  return nodes.flatMap((node, i): HtmlContent[] => {
    if (node.type !== 'text') return [node];
    let { value } = node;
    if (i === 0) value = value.replace(/^\s*\(/, '');
    if (i === last) value = value.replace(/\)\.?\s*$/, '');
    return value === '' ? [] : [{ ...node, value }];
  });
}
