import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Element, ElementContent } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element } from '../../xml/element.ts';
import { elementCitation } from '../citations/element-citation.ts';
import { publicationType } from '../citations/publication-type.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, ownAttributes } from './blocks.ts';
import { inline } from './inline.ts';

/** The entries of a list of works. One that the build wrote has its parts beside its words. */
export function referenceList(section: HtmlElement, setting: JatsSetting): Element[] {
  return entriesIn(section).map((entry) => reference(entry, setting));
}

/** The entries of a list of works: the items of its lists, and paragraphs that stand beside them. */
export function entriesIn(node: HtmlElement): HtmlElement[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'ul' || child.tagName === 'ol' ? entriesIn(child) : [child];
  });
}

function reference(entry: HtmlElement, setting: JatsSetting): Element {
  const { id } = entry.properties;
  const label = entry.children.find(
    (child): child is HtmlElement => child.type === 'element' && hasClass(child, 'entry-label'),
  );
  const words = entry.children.filter((child) => child !== label).flatMap(unwrapped);
  const item = id === undefined ? undefined : setting.works.get(String(id));
  const mixed = element(
    'mixed-citation',
    { 'publication-type': item ? publicationType(item) : 'other', 'xml:lang': ownAttributes(entry)['xml:lang'] },
    blockContent(inline(words, setting)).map(inWork),
  );
  return element(
    'ref',
    { id: id === undefined ? undefined : String(id) },
    label && element('label', {}, textOf(label).trim()),
    item ? element('citation-alternatives', {}, elementCitation(item, setting), mixed) : mixed,
  );
}

/** The words of a paragraph, or of an item that has some, in one run. */
function unwrapped(node: HtmlContent): HtmlContent[] {
  if (node.type !== 'element' || !/^(?:p|div|ul|ol|li|blockquote)$/.test(node.tagName)) return [node];
  return [{ type: 'text', value: ' ' }, ...node.children.flatMap(unwrapped), { type: 'text', value: ' ' }];
}

/** A part of a work’s words, among which no reference may stand by itself. */
function inWork(part: ElementContent): ElementContent {
  const isReference = part.type === 'element' && part.name === 'xref';
  return isReference ? element('named-content', { 'content-type': 'reference' }, part) : part;
}
