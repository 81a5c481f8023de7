import type { Element, ElementContent } from 'hast';
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { elementFor, mergeProperties, propertiesOf } from '../html-element.ts';
import { type RepeatedAuthors, repeatedAuthors } from './repeated-authors.ts';

/** An entry of a bibliography: a paragraph, or an item of a list. */
type Entry = Paragraph | ListItem;

/**
 * The HTML of `:::references`: its paragraphs, or the items of its lists, as the entries of a list, so that a screen
 * reader counts them. Headings and other blocks stand between lists; so do numbered lists.
 */
export function referencesToHtml(
  state: State,
  { children, ...node }: ContainerDirective,
  repeated: RepeatedAuthors,
): ElementContent[] {
  const made: ElementContent[] = [];
  let entries: Entry[] = [];
  const close = (): void => {
    if (entries.length > 0) made.push(listOf(state, entries, repeated));
    entries = [];
  };
  for (const child of children) {
    if (child.type === 'paragraph') entries.push(child);
    else if (child.type === 'list' && !child.ordered) entries.push(...child.children);
    else {
      close();
      made.push(...state.all({ ...node, children: [child] }));
    }
  }
  close();
  return made;
}

function listOf(state: State, entries: readonly Entry[], repeated: RepeatedAuthors): Element {
  const shorter = repeated === 'dash' ? repeatedAuthors(entries.map(wordsOf)) : [];
  const items = entries.map((entry, i): Element => {
    const without = shorter[i];
    const only = paragraphOf(entry);
    if (!only) return state.one(entry, list([entry as ListItem])) as Element;
    const words = without
      ? [againFor(without.author), ...state.all({ ...only, children: without.rest })]
      : state.all(only);
    const properties = entry === only ? propertiesOf(only) : mergeProperties(propertiesOf(entry), propertiesOf(only));
    return elementFor(state, entry, 'li', properties, words);
  });
  return { type: 'element', tagName: 'ul', properties: {}, children: items };
}

/** A dash instead of an author’s name, which listeners hear. */
function againFor(author: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['again'], ariaLabel: author },
    children: [{ type: 'text', value: '———' }],
  };
}

function wordsOf(entry: Entry): PhrasingContent[] {
  return paragraphOf(entry)?.children ?? [];
}

/** The paragraph that an entry is, or holds and nothing else. */
function paragraphOf(entry: Entry): Paragraph | undefined {
  if (entry.type === 'paragraph') return entry;
  const [only, ...others] = entry.children;
  return only?.type === 'paragraph' && others.length === 0 ? only : undefined;
}

function list(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: true, children };
}
