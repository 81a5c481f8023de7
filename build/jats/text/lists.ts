import type { Element as HtmlElement } from 'hast';
import type { Element } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { ownAttributes, paragraphs } from './blocks.ts';

/** A list. The author’s own signs are labels; so are numbers that do not begin with 1, since JATS counts from there. */
export function listElement(node: HtmlElement, setting: JatsSetting): Element {
  const items = node.children.filter((child): child is HtmlElement => child.type === 'element');
  const start = Number(node.properties.start ?? 1);
  const label = (item: HtmlElement, i: number): string | undefined =>
    signOf(item) ?? (start !== 1 && node.tagName === 'ol' ? `${start + i}.` : undefined);
  return element(
    'list',
    { ...ownAttributes(node), 'list-type': typeOf(node) },
    items.map((item, i) => {
      const own = label(item, i);
      return element(
        'list-item',
        ownAttributes(item),
        own && element('label', {}, own),
        paragraphs(item.children, setting, (name) => name === 'list' || name === 'def-list'),
      );
    }),
  );
}

/** The sign that a list’s style puts before an item. */
function signOf({ properties: { style } }: HtmlElement): string | undefined {
  return /list-style-type:\s*"(.*?)\s*"/.exec(String(style ?? ''))?.[1];
}

const types: Readonly<Record<string, string>> = {
  a: 'alpha-lower',
  A: 'alpha-upper',
  i: 'roman-lower',
  I: 'roman-upper',
};

function typeOf(node: HtmlElement): string {
  if (hasClass(node, 'tasks')) return 'simple';
  if (node.tagName === 'ul') return 'bullet';
  const named = types[String(node.properties.type ?? '')];
  return named ?? (hasClass(node, 'signed') ? 'simple' : 'order');
}
