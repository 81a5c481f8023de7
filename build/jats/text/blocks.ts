import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import type { Element, ElementContent } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { boxedText, pullQuote } from './boxes.ts';
import { codeBlock } from './code.ts';
import { definitionList } from './definition-lists.ts';
import { captioned } from './figures.ts';
import { displayedFormula } from './formulas.ts';
import { inline } from './inline.ts';
import { listElement } from './lists.ts';
import { placeTerms } from './place-terms.ts';
import { quotation, verse } from './quotations.ts';
import { referenceList } from './references.ts';
import { speeches } from './speeches.ts';
import { tableWrap } from './tables.ts';
import { statement } from './theorems.ts';

/** The blocks of some content. Words that stand in it without a block of their own are paragraphs. */
export function blocks(nodes: readonly HtmlContent[], setting: JatsSetting): Element[] {
  const made: Element[] = [];
  let run: HtmlContent[] = [];
  const end = () => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      made.push(element('p', {}, blockContent(inline(run, setting))));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && isBlock(node)) {
      end();
      made.push(...block(node, setting));
    } else run.push(node);
  }
  end();
  return made;
}

/** Blocks as JATS allows them in a note, a definition or a speech: paragraphs, with any others inside them. */
export function paragraphs(
  nodes: readonly HtmlContent[],
  setting: JatsSetting,
  isAllowed: (name: string) => boolean = () => false,
): Element[] {
  const made = blocks(nodes, setting).map((one) =>
    one.name === 'p' || isAllowed(one.name) ? one : element('p', {}, one),
  );
  return made.length > 0 ? made : [element('p')];
}

const blockTags: ReadonlySet<string> = new Set(
  'p div section aside blockquote ul ol dl table figure pre hr h1 h2 h3 h4 h5 h6'.split(' '),
);

/** True for an element that is a block in HTML. */
export function isBlock({ tagName }: HtmlElement): boolean {
  return blockTags.has(tagName);
}

function block(node: HtmlElement, setting: JatsSetting): Element[] {
  const { tagName } = node;
  if (tagName === 'p') return [paragraph(node, setting)];
  if (tagName === 'ul' || tagName === 'ol') return [listElement(node, setting)];
  if (tagName === 'dl') return [definitionList(node, setting)];
  if (tagName === 'table') return [tableWrap(node, setting)];
  if (tagName === 'figure') return captioned(node, setting);
  if (tagName === 'pre') return [codeBlock(node)];
  if (tagName === 'blockquote') return [quotation(node, setting)];
  // Nothing in JATS parts two paragraphs of a section but words.
  if (tagName === 'hr') return [element('p', { 'content-type': 'thematic-break' }, '* * *')];
  if (hasClass(node, 'formula')) return [displayedFormula(node)];
  if (hasClass(node, 'theorem')) return [statement(node, setting)];
  if (hasClass(node, 'verse')) return [verse(node, setting)];
  if (hasClass(node, 'pullquote')) return [pullQuote(node, setting)];
  if (hasClass(node, 'box')) return [boxedText(node, setting)];
  if (hasClass(node, 'interview') || hasClass(node, 'dialogue')) return speeches(node, setting);
  if (hasClass(node, 'references')) return [element('p', {}, referenceList(node, setting).map(quoted))];
  return withOuter(node, blocks(node.children, setting));
}

/** An entry of a list of works that stands in a box or a quotation, where no list of references may. */
function quoted(ref: Element): Element {
  return ref.children.find((child): child is Element => child.type === 'element') ?? ref;
}

/** The classes of paragraphs that say what one is in its block. */
const kinds: readonly string[] = [
  'dateline',
  'salutation',
  'closing',
  'signature',
  'stage',
  'source',
  'label',
  'line-head',
  'resumed',
];

function paragraph(node: HtmlElement, setting: JatsSetting): Element {
  return element('p', paragraphAttributes(node), blockContent(inline(node.children, setting)));
}

/** The attributes of a paragraph: its id and language, and its kind by its class. */
export function paragraphAttributes(node: HtmlElement): Record<string, string | undefined> {
  const kind = kinds.find((name) => hasClass(node, name));
  return { ...ownAttributes(node), 'content-type': kind };
}

/** The id and the language of an element. */
export function ownAttributes({ properties: { id, lang } }: HtmlElement): Record<string, string | undefined> {
  return {
    id: id === undefined ? undefined : String(id),
    'xml:lang': lang === undefined ? undefined : String(lang),
  };
}

/** The blocks of an element for which JATS has no name: its id goes to the first, its language to all. */
function withOuter(node: HtmlElement, inner: readonly Element[]): Element[] {
  const { id, 'xml:lang': lang } = ownAttributes(node);
  const kind = hasClass(node, 'display') ? 'display' : undefined;
  return inner.map((one, i) => {
    const { attributes } = one;
    return {
      ...one,
      attributes: {
        ...(kind && one.name === 'p' ? { 'content-type': kind } : {}),
        ...(i === 0 && id && attributes.id === undefined ? { id } : {}),
        ...(lang ? { 'xml:lang': lang } : {}),
        ...attributes,
      },
    };
  });
}

/** The content of a block: without white space at its ends, and with entries of indexes where they part no word. */
export function blockContent(content: readonly ElementContent[]): ElementContent[] {
  const all = placeTerms(content).map((node) => ({ ...node })) as ElementContent[];
  const [first, last] = [all[0], all.at(-1)];
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\r\n]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[ \t\r\n]+$/, '');
  return all.filter((node) => node.type !== 'text' || node.value !== '');
}
