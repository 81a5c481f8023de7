import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import type { ElementContent } from 'xast';
import { isIndexPart } from '../../issue/index-model.ts';
import { folioIn } from '../../record/fill-folios.ts';
import { hasClass } from '../../text/has-class.ts';
import { element, flat } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { inlineFormula } from './formulas.ts';
import { inlineGraphic } from './graphics.ts';
import { indexTermsAt } from './index-terms.ts';
import { linkOf } from './links.ts';

/** The elements that only look otherwise, by their names in HTML. */
const looks: Readonly<Record<string, string>> = {
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  strong: 'bold',
  b: 'bold',
  del: 'strike',
  s: 'strike',
  u: 'underline',
  ins: 'underline',
  code: 'monospace',
  kbd: 'monospace',
  sub: 'sub',
  sup: 'sup',
};

/** The content of a paragraph, heading or cell. */
export function inline(nodes: readonly HtmlContent[], setting: JatsSetting): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return flat(node.value);
    return node.type === 'element' ? inlineElement(node, setting) : [];
  });
}

function inlineElement(node: HtmlElement, setting: JatsSetting): ElementContent[] {
  const { tagName, properties } = node;
  if (tagName === 'math') return [inlineFormula(node, setting)];
  if (tagName === 'img') return [inlineGraphic(node, setting)];
  // A line that ends before its measure is nothing that a paragraph of JATS has.
  if (tagName === 'br') return flat(' ');
  if (tagName === 'wbr') return [];
  if (tagName === 'a') return linkOf(node, setting);
  if (hasClass(node, 'folio')) {
    const folio = folioIn(node, setting.folios);
    return folio === undefined ? inline(node.children, setting) : flat(folio);
  }
  const inner = inline(node.children, setting);
  if (tagName === 'abbr') return [abbreviation(node, inner)];
  const look = looks[tagName];
  const dressed = look ? [element(look, {}, inner)] : inner;
  return withAttributes(
    tagName,
    properties,
    hasClass(node, 'smallcaps') ? [element('sc', {}, dressed)] : dressed,
    setting,
  );
}

function abbreviation({ properties: { title } }: HtmlElement, inner: ElementContent[]): ElementContent {
  const alt = title === undefined ? undefined : String(title);
  return inner.every(({ type }) => type === 'text')
    ? element('abbrev', { alt }, inner)
    : element('named-content', { 'content-type': 'abbreviation', alt }, inner);
}

/** The content of an element with its language, direction and id, and the marks for indexes that stand at it. */
function withAttributes(
  tagName: string,
  { id, lang, dir }: HtmlElement['properties'],
  inner: ElementContent[],
  setting: JatsSetting,
): ElementContent[] {
  const isMark = id !== undefined && isIndexPart(String(id));
  const terms = isMark ? indexTermsAt(String(id), setting) : [];
  const own = isMark || id === undefined ? undefined : String(id);
  const small = tagName === 'small' ? { 'style-type': 'small' } : {};
  const direction = dir === undefined ? {} : { style: `direction: ${dir}` };
  const attributes = { id: own, 'xml:lang': lang === undefined ? undefined : String(lang), ...small, ...direction };
  if (Object.values(attributes).every((value) => value === undefined)) return [...terms, ...inner];
  return [...terms, element('styled-content', attributes, inner)];
}
