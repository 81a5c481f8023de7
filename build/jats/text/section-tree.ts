import type { ElementContent as HtmlContent, Element as HtmlElement, Root } from 'hast';
import { hasClass } from '../../text/has-class.ts';

/** A section of an article’s text, with those below it. The text before the first heading is one without a heading. */
export interface TextSection {
  heading?: HtmlElement | undefined;
  level: number;
  content: HtmlContent[];
  sections: TextSection[];
}

/** A list of works, with the heading and the words that stand above it, and the lists below it. */
export interface ListOfWorks {
  heading?: HtmlElement | undefined;
  before: HtmlContent[];
  /** The block of its entries; undefined where it only has lists below it. */
  section?: HtmlElement | undefined;
  lists: ListOfWorks[];
}

/** The text of an article as JATS has it: its sections, and apart from them the lists of works, which end it. */
export interface PartedText {
  text: TextSection;
  lists: ListOfWorks[];
}

/**
 * Parts a text into its sections, and takes the lists of works out of them. A section of nothing but works goes with
 * its heading; of any other section the list alone.
 */
export function partText(body: Root): PartedText {
  const root: TextSection = { level: 1, content: [], sections: [] };
  const open = [root];
  for (const node of body.children as HtmlContent[]) {
    const level = node.type === 'element' ? Number(/^h([2-6])$/.exec(node.tagName)?.[1] ?? 0) : 0;
    if (node.type !== 'element' || level === 0) {
      (open.at(-1) as TextSection).content.push(node);
      continue;
    }
    while ((open.at(-1) as TextSection).level >= level) open.pop();
    const section: TextSection = { heading: node, level, content: [], sections: [] };
    (open.at(-1) as TextSection).sections.push(section);
    open.push(section);
  }
  const lists: ListOfWorks[] = [];
  return { text: withoutLists(root, lists), lists };
}

function withoutLists(section: TextSection, lists: ListOfWorks[]): TextSection {
  for (const node of section.content) if (isList(node)) lists.push({ before: [], section: node, lists: [] });
  return {
    ...section,
    content: section.content.filter((node) => !isList(node)),
    sections: section.sections.flatMap((one) => {
      const list = listOf(one);
      if (!list) return [withoutLists(one, lists)];
      lists.push(list);
      return [];
    }),
  };
}

/** A section as a list of works; undefined if it has anything else below them. */
function listOf({ heading, content, sections }: TextSection): ListOfWorks | undefined {
  const at = content.findIndex(isList);
  if (at >= 0 && content.slice(at + 1).some((node) => node.type === 'element')) return undefined;
  const below = sections.map(listOf);
  if ((at < 0 && below.length === 0) || !below.every((one) => one !== undefined)) return undefined;
  const before = at < 0 ? content : content.slice(0, at);
  return { heading, before, section: at < 0 ? undefined : (content[at] as HtmlElement), lists: below };
}

function isList(node: HtmlContent): node is HtmlElement {
  return node.type === 'element' && node.tagName === 'section' && hasClass(node, 'references');
}

/** The nodes of a section and those below it, in the order of the text. */
export function nodesOf({ heading, content, sections }: TextSection): HtmlContent[] {
  return [...(heading ? [heading] : []), ...content, ...sections.flatMap(nodesOf)];
}

/** The nodes of a list of works and those below it, in the order of the text. */
export function nodesOfList({ heading, before, section, lists }: ListOfWorks): HtmlContent[] {
  return [...(heading ? [heading] : []), ...before, ...(section ? [section] : []), ...lists.flatMap(nodesOfList)];
}
