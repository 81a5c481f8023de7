import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import type { Element, ElementContent } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, ownAttributes } from './blocks.ts';
import { inline } from './inline.ts';

/** A quotation, an epigraph or a letter, with its source. */
export function quotation(node: HtmlElement, setting: JatsSetting): Element {
  const kind = ['epigraph', 'letter'].find((name) => hasClass(node, name));
  return element('disp-quote', { ...ownAttributes(node), 'content-type': kind }, quoted(node, setting));
}

/** Verse outside a quotation: its stanzas and its source. With a title it is a quotation, which may have paragraphs. */
export function verse(node: HtmlElement, setting: JatsSetting): Element {
  const { label, rest, source } = partsOf(node);
  if (label) return element('disp-quote', { ...ownAttributes(node), 'content-type': 'verse' }, quoted(node, setting));
  return element(
    'verse-group',
    ownAttributes(node),
    rest.flatMap((child) => stanzasIn(child, setting)),
    source && attribution(source, setting),
  );
}

/** The content of a quotation or a box: its title, its blocks, and its source, which JATS has last. */
function quoted(node: HtmlElement, setting: JatsSetting): Element[] {
  const { label, rest, source } = partsOf(node);
  return [
    ...(label ? [element('p', { 'content-type': 'title' }, blockContent(inline(label.children, setting)))] : []),
    ...rest.flatMap((child) => {
      const stanzas = stanzasIn(child, setting);
      return stanzas.length > 0 ? [element('verse-group', {}, stanzas)] : blocks([child], setting);
    }),
    ...(source ? [attribution(source, setting)] : []),
  ];
}

/** The source of a quotation. */
export function attribution(node: HtmlElement, setting: JatsSetting): Element {
  return element('attrib', ownAttributes(node), blockContent(inline(node.children, setting)));
}

/** The label at the head of a block, the source at its foot, and what stands between. */
export function partsOf({ children }: HtmlElement): {
  label?: HtmlElement | undefined;
  rest: HtmlContent[];
  source?: HtmlElement | undefined;
} {
  const all = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const is = (node: HtmlContent | undefined, name: string): node is HtmlElement =>
    node?.type === 'element' && hasClass(node, name);
  const [first, last] = [all[0], all.at(-1)];
  const label = is(first, 'label') ? first : undefined;
  const source = all.length > 1 && is(last, 'source') ? last : undefined;
  return { label, source, rest: all.slice(label ? 1 : 0, source ? -1 : undefined) };
}

/** The stanzas of a block of them. */
function stanzasIn(node: HtmlContent, setting: JatsSetting): Element[] {
  if (node.type !== 'element' || !hasClass(node, 'stanzas')) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? [stanza(child, setting)] : []));
}

function stanza(node: HtmlElement, setting: JatsSetting): Element {
  const lines = node.children.filter(
    (child): child is HtmlElement => child.type === 'element' && hasClass(child, 'line'),
  );
  return element(
    'verse-group',
    { ...ownAttributes(node), 'content-type': 'stanza' },
    lines.map((line) => verseLine(line, setting)),
  );
}

function verseLine(node: HtmlElement, setting: JatsSetting): Element {
  const classes = (node.properties.className as string[] | undefined) ?? [];
  const indent = classes.map((name) => /^in-(\d+)$/.exec(name)?.[1]).find(Boolean);
  return element(
    'verse-line',
    { ...ownAttributes(node), 'indent-level': indent },
    blockContent(inline(node.children, setting)).map(inVerse),
  );
}

/** A part of a line of verse, in which no link may stand by itself. */
function inVerse(part: ElementContent): ElementContent {
  const isLink = part.type === 'element' && /^(?:ext-link|email)$/.test(part.name);
  return isLink ? element('named-content', { 'content-type': 'link' }, part) : part;
}
