import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Element } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { visit } from '../../text/visit.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, ownAttributes } from './blocks.ts';
import { graphicOf } from './graphics.ts';
import { inline } from './inline.ts';
import { tableWrap } from './tables.ts';

/** A figure, a table or a listing with its caption; a picture without caption and number stands for itself. */
export function captioned(node: HtmlElement, setting: JatsSetting): Element[] {
  const caption = childOf(node, 'figcaption');
  if (hasClass(node, 'table')) return [tableOf(node, caption, setting)];
  if (hasClass(node, 'listing'))
    return [
      element(
        'boxed-text',
        { ...ownAttributes(node), position: 'anchor', 'content-type': 'listing' },
        headOf(caption, setting),
        blocks(
          node.children.filter((child) => child !== caption),
          setting,
        ),
      ),
    ];
  return [figure(node, caption, setting)];
}

function figure(node: HtmlElement, caption: HtmlElement | undefined, setting: JatsSetting): Element {
  const parts = subfigures(node);
  if (parts.length > 0)
    return element(
      'fig-group',
      ownAttributes(node),
      headOf(caption, setting),
      parts.map((part) => figure(part, childOf(part, 'figcaption'), setting)),
    );
  const description = descriptionOf(node, setting);
  const images = imagesIn(node);
  const others = node.children.filter((child) => child !== caption && !(child.type === 'element' && isPicture(child)));
  const graphics = images.map((image, i) => graphicOf(image, i === 0 ? description : undefined));
  const [only] = graphics;
  if (!caption && only && graphics.length === 1 && node.properties.id === undefined && !hasBlocks(others)) return only;
  return element('fig', ownAttributes(node), headOf(caption, setting), graphics, blocks(others, setting));
}

/**
 * The label and the caption of a figure, and below it who made it: `attrib` is for that, but Pandoc and other readers
 * leave it out, and a group of figures has none.
 */
function headOf(caption: HtmlElement | undefined, setting: JatsSetting): Element[] {
  if (!caption) return [];
  const label = caption.children.find((child) => child.type === 'element' && hasClass(child, 'label'));
  const credit = creditOf(caption);
  const words = caption.children.filter((child) => child !== label && child !== credit);
  const inner = blockContent(inline(words, setting));
  const own = [
    ...(inner.length > 0 ? [element('p', {}, inner)] : []),
    ...(credit ? [element('p', { 'content-type': 'attrib' }, blockContent(inline(credit.children, setting)))] : []),
  ];
  return [
    ...(label ? [element('label', {}, textOf(label))] : []),
    ...(own.length > 0 ? [element('caption', {}, own)] : []),
  ];
}

function tableOf(node: HtmlElement, caption: HtmlElement | undefined, setting: JatsSetting): Element {
  const table = childOf(node, 'table');
  const rest = node.children.filter((child) => child !== caption && child !== table);
  const made = table ? tableWrap(table, setting) : element('table-wrap');
  return element(
    'table-wrap',
    { ...made.attributes, ...definedOf(ownAttributes(node)) },
    headOf(caption, setting),
    made.children,
    hasBlocks(rest) ? element('table-wrap-foot', {}, blocks(rest, setting)) : undefined,
  );
}

function definedOf(attributes: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

function hasBlocks(nodes: readonly HtmlContent[]): boolean {
  return nodes.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''));
}

/** The figures that a figure has in place of pictures. */
function subfigures(node: HtmlElement): HtmlElement[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'figure') return [child];
    return hasClass(child, 'subfigures') ? subfigures(child) : [];
  });
}

function imagesIn(node: HtmlElement): HtmlElement[] {
  const images: HtmlElement[] = [];
  for (const child of node.children)
    if (child.type === 'element' && isPicture(child))
      visit(child, 'element', (inner) => void (inner.tagName === 'img' && images.push(inner)));
  return images;
}

/** True for a picture, or a paragraph of pictures alone. */
function isPicture(node: HtmlElement): boolean {
  if (node.tagName === 'img') return true;
  if (node.tagName !== 'p' && node.tagName !== 'div') return false;
  const inner = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return inner.length > 0 && inner.every((child) => child.type === 'element' && child.tagName === 'img');
}

function creditOf(caption: HtmlElement): HtmlElement | undefined {
  return caption.children.find((child): child is HtmlElement => child.type === 'element' && hasClass(child, 'credit'));
}

function childOf(node: HtmlElement, tagName: string): HtmlElement | undefined {
  return node.children.find((child): child is HtmlElement => child.type === 'element' && child.tagName === tagName);
}

/** The long description of a figure, in plain words: JATS has no marks in it. */
function descriptionOf({ properties: { id } }: HtmlElement, { article }: JatsSetting): string | undefined {
  const description = (article.descriptions ?? []).find((one) => one.figure === id);
  const words = description?.body.map((block) => textOf(block).replace(/\s+/g, ' ').trim()).filter(Boolean);
  return words && words.length > 0 ? words.join('\n') : undefined;
}
