import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ElementContent } from 'xast';
import { readHtml } from '../../references/cite/read-html.ts';
import { hasClass } from '../../text/has-class.ts';
import { element, flat } from '../../xml/element.ts';

const looks: Readonly<Record<string, string>> = { i: 'italic', b: 'bold', sup: 'sup', sub: 'sub', sc: 'sc' };

/** A text of CSL with the few marks that it may have. */
export function cslText(text: string): ElementContent[] {
  return readHtml(text).flatMap(nodeOf);
}

/** A text of CSL in plain words. */
export function plainCsl(text: string): string {
  return textOf({ type: 'root', children: readHtml(text) }).trim();
}

function nodeOf(node: HtmlContent): ElementContent[] {
  if (node.type === 'text') return flat(node.value);
  if (node.type !== 'element') return [];
  const inner = node.children.flatMap(nodeOf);
  const look = looks[node.tagName] ?? (isSmallCaps(node) ? 'sc' : undefined);
  return look ? [element(look, {}, inner)] : inner;
}

function isSmallCaps(node: HtmlElement): boolean {
  return hasClass(node, 'smallcaps') || /small-caps/.test(String(node.properties.style ?? ''));
}
