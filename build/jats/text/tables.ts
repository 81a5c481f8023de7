import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import type { Element, ElementContent } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, isBlock, ownAttributes } from './blocks.ts';
import { inline } from './inline.ts';

/** A table, with the caption that stands in it, if any. Its language and id are those of its wrap. */
export function tableWrap(node: HtmlElement, setting: JatsSetting): Element {
  const parts = node.children.filter((child): child is HtmlElement => child.type === 'element');
  const caption = parts.find(({ tagName }) => tagName === 'caption');
  const rows = parts.filter(({ tagName }) => tagName !== 'caption');
  // The DTD has the foot before the body.
  const order = ['col', 'colgroup', 'thead', 'tfoot', 'tbody', 'tr'];
  const sorted = order.flatMap((name) => rows.filter(({ tagName }) => tagName === name));
  return element(
    'table-wrap',
    ownAttributes(node),
    caption && element('caption', {}, element('p', {}, blockContent(inline(caption.children, setting)))),
    elementIfAny(
      'table',
      {},
      sorted.flatMap((part) => partOf(part, setting)),
    ),
  );
}

/** A part of a table; nothing for a row or a group of rows without a cell. */
function partOf(node: HtmlElement, setting: JatsSetting): Element[] {
  const { tagName, properties } = node;
  if (tagName === 'td' || tagName === 'th') return [cell(node, setting)];
  const span = properties.span === undefined ? undefined : String(properties.span);
  const id = tagName === 'tr' ? ownAttributes(node).id : undefined;
  const inner = node.children.flatMap((child) => (child.type === 'element' ? partOf(child, setting) : []));
  return inner.length > 0 || /^col/.test(tagName) ? [element(tagName, { id, span }, inner)] : [];
}

function cell(node: HtmlElement, setting: JatsSetting): Element {
  const { rowSpan, colSpan, scope, lang } = node.properties;
  const given = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
  const align = ['left', 'center', 'right'].find((name) => hasClass(node, name));
  const content = cellContent(node, setting);
  return element(
    node.tagName,
    { id: ownAttributes(node).id, rowspan: given(rowSpan), colspan: given(colSpan), scope: given(scope), align },
    lang === undefined || content.length === 0
      ? content
      : element('styled-content', { 'xml:lang': String(lang) }, content),
  );
}

function cellContent({ children }: HtmlElement, setting: JatsSetting): ElementContent[] {
  const isOfBlocks = children.some((child) => child.type === 'element' && isBlock(child));
  if (isOfBlocks) return blocks(children, setting).flatMap(inCell);
  return blockContent(
    splitAtBreaks(children).flatMap((line, i) => [...(i > 0 ? [element('break')] : []), ...inline(line, setting)]),
  );
}

/** A block as a cell may have it. */
function inCell(one: Element): Element[] {
  return /^(?:p|list|def-list|disp-quote|speech|statement|verse-group|code|disp-formula|graphic)$/.test(one.name)
    ? [one]
    : [element('p', {}, one)];
}

/** Content parted at the ends of lines that its author set. */
function splitAtBreaks(nodes: readonly HtmlContent[]): HtmlContent[][] {
  const lines: HtmlContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}
