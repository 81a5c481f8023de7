import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { HtmlBlock, HtmlElement } from '../../tree.ts';
import { bracesOf } from '../attributes/write.ts';

/** Writers of raw HTML. */
export const rawToMarkdown = {
  htmlElement: Object.assign(writeElement, { peek: () => '<' }),
  htmlBlock: ({ tagName, properties, content }: HtmlBlock): string =>
    elementOf(tagName, properties, content).replace(/\n\s*\n/g, '\n'),
};

function writeElement(node: HtmlElement, _parent: Nodes | undefined, state: State, info: Info): string {
  const open = `<${node.tagName}${attributesOf(node.properties)}>`;
  if (empty.has(node.tagName)) return `${open}${bracesOf(node)}`;
  const words = state.containerPhrasing(node, { ...info, before: '>', after: '<' });
  return `${open}${words}</${node.tagName}>${bracesOf(node)}`;
}

function elementOf(tagName: string, properties: Readonly<Record<string, unknown>>, content: ElementContent[]): string {
  const open = `<${tagName}${attributesOf(properties)}>`;
  if (empty.has(tagName)) return open;
  return `${open}${content.map(contentOf).join('')}</${tagName}>`;
}

function contentOf(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  return node.type === 'element' ? elementOf(node.tagName, node.properties, node.children) : '';
}

/** Attributes that the reader keeps (`elements.ts`), by their lower-case HTML names. */
function attributesOf(properties: Readonly<Record<string, unknown>>): string {
  return Object.entries(properties)
    .map(
      ([name, value]) =>
        ` ${name.toLowerCase()}="${String(value).replace(/[&"]/g, (sign) => (sign === '&' ? '&amp;' : '&quot;'))}"`,
    )
    .join('');
}

/** Void elements. */
const empty: ReadonlySet<string> = new Set(['br', 'wbr', 'hr', 'col']);
