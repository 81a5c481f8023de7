import type { Element } from 'xast';
import { wordsOf } from '../../check/epub/words.ts';
import type { BlockKind, TextBlock } from '../model.ts';
import { foldTypography } from '../text/fold-typography.ts';
import { TokenList } from '../text/tokens.ts';

/** The way through a document of a book: what was last seen of it. */
export interface BookReading {
  /** The folio of the page that the text has come to. */
  page: string | undefined;
  /** The words of headings, by their ids. */
  headings?: ReadonlyMap<string, string>;
}

/** The classes of an element. */
export const classNamesIn = ({ attributes }: Element): string[] => (attributes.class ?? '').split(/\s+/);
export const typeOf = ({ attributes }: Element): string => attributes['epub:type'] ?? '';

/** Marks of printed pages are read, and the labels of captions and notes are made by the build. */
const isSkipped = (element: Element): boolean =>
  classNamesIn(element).some((name) => /^(label|number|room|formula-number)$/.test(name)) && element.name === 'span';

const emphasis = /^(em|strong|i|b|cite|sub|sup|code|del|small|u)$/;

/** Reads an element, or some of its children, as a block of text. */
export function textBlock(
  kind: BlockKind,
  nodes: readonly (Element | Element['children'][number])[],
  reading: BookReading,
): TextBlock {
  const list = new TokenList();
  const walk = (node: Element['children'][number], looks: string, link: string | undefined): void => {
    if (node.type === 'text' || node.type === 'cdata') list.add(node.value, { page: reading.page, looks, link });
    if (node.type !== 'element' || isSkipped(node)) return;
    const type = typeOf(node);
    if (type === 'pagebreak') {
      reading.page = folioOf(node) ?? reading.page;
      return;
    }
    if (type === 'noteref') {
      list.call(idOf(node.attributes.href ?? ''));
      return;
    }
    if (type === 'backlink' || node.name === 'summary') return;
    if (node.name === 'br') list.part('\n');
    if (node.name === 'math') {
      list.add(formulaOf(node), { page: reading.page, looks: 'math', link });
      return;
    }
    if (node.name === 'img') {
      list.part();
      list.add(`[${wordsOf(node) || (node.attributes.alt ?? '')}]`, { page: reading.page, looks: 'img', link });
      list.part();
      return;
    }
    const isBlock = /^(p|div|li|ul|ol|blockquote|dd|dt|dl|table|tr|td|th|section|h[1-6]|pre|figure|figcaption)$/;
    if (isBlock.test(node.name)) list.part('\n');
    const own = emphasis.test(node.name) ? node.name : classNamesIn(node).includes('smallcaps') ? 'smallcaps' : '';
    const inner = [looks, own].filter(Boolean).join(' ');
    const leads = node.name === 'a' ? linkOf(node) : link;
    const made = node.name === 'a' ? madeWords(node, leads, reading) : undefined;
    if (made !== undefined) list.addMade(wordsOf(node), made, { page: reading.page, looks: inner, link: leads });
    else for (const child of node.children) walk(child, inner, leads);
    if (isBlock.test(node.name)) list.part('\n');
  };
  for (const node of nodes) walk(node as Element['children'][number], '', undefined);
  return { kind, tokens: list.tokens, calls: list.calls };
}

/** What a reference is compared by whose words the build made: a number, or the heading that it leads to. */
function madeWords(link: Element, leads: string | undefined, { headings }: BookReading): string | undefined {
  if (!leads?.startsWith('#')) return undefined;
  const words = wordsOf(link);
  const heading = headings?.get(leads.slice(1));
  // The quotation marks around it may stand in the link.
  if (heading && bareWords(heading) === bareWords(words)) return '\u00a7';
  return /\d/.test(words) ? words.replace(/\d+/g, '#') : undefined;
}

const bareWords = (text: string): string => foldTypography(text).replaceAll('"', '');

/** The id that an address in the same book ends in. */
export function idOf(href = ''): string {
  return href.slice(href.indexOf('#') + 1);
}

/** The folio of a mark of a printed page; undefined for the rest of a note, which begins no text. */
function folioOf({ attributes }: Element): string | undefined {
  if (/-notes$/.test(attributes.id ?? '')) return undefined;
  return /^page-(.+)$/.exec(attributes.id ?? '')?.[1] ?? attributes.title ?? attributes['aria-label'] ?? undefined;
}

/** Where a link leads: an address, or `#` and an id in the book. A citation leads to its work. */
function linkOf({ attributes }: Element): string | undefined {
  const href = attributes.href ?? '';
  return /^[a-z]+:/i.test(href) ? href : href.includes('#') ? `#${idOf(href)}` : href || undefined;
}

/** A formula as one word: what is read aloud of it, or its signs. */
function formulaOf(math: Element): string {
  return (math.attributes.alttext || wordsOf(math)).replace(/\s+/g, '\u2005').trim() || '[]';
}
