import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Article } from '../issue/model.ts';
import { visit } from '../text/visit.ts';
import type { Terms } from '../theme/terms.ts';
import { classesOf } from './class-names.ts';
import { roundImages } from './images.ts';
import { pointLinks } from './links.ts';
import { putBlocksOnLines } from './put-blocks-on-lines.ts';
import { boxTables } from './tables.ts';
import type { BookTargets } from './targets.ts';

/**
 * A copy of an article's tree as an e-book needs it. `finish` gets the tree before blocks are put on lines of their
 * own: it marks printed pages and describes figures.
 */
export function adapt(
  nodes: readonly (ElementContent | Root['children'][number])[],
  article: Article,
  targets: BookTargets,
  words: Terms,
  finish: (tree: Root) => void = () => {},
): ElementContent[] {
  const tree: Root = { type: 'root', children: (nodes as ElementContent[]).map(copied) };
  pointLinks(tree, article, targets);
  finish(tree);
  markCalls(tree);
  markCitations(tree);
  markKinds(tree);
  boxTables(tree, words);
  roundImages(tree);
  putBlocksOnLines(tree);
  return tree.children as ElementContent[];
}

/** A copy of a node without its data: the drawing of a formula is for the pages. */
function copied(node: ElementContent): ElementContent {
  if (node.type !== 'element') return { ...node };
  const { data: _, ...element } = node;
  return { ...element, properties: structuredClone(node.properties), children: node.children.map(copied) };
}

/**
 * Marks every call as one: reading systems then show the note where the call is touched, and skip the number when they
 * read aloud. A space parts two calls that stand side by side: 1 and 2 are not 12 where they are copied or heard.
 */
function markCalls(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || !classesOf(element).includes('call')) return;
    element.properties = { 'epub:type': 'noteref', role: 'doc-noteref', ...element.properties };
    if (!parent || index === undefined || !classesOf(element).includes('next-call')) return;
    // The space parts them, so the stylesheet need not.
    element.properties.className = ['call'];
    parent.children.splice(index, 0, { type: 'text', value: '\u00a0' });
    return index + 2;
  });
}

/** Marks the links from citations to the bibliography, and those back. */
function markCitations(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a') return;
    const classes = classesOf(element);
    if (classes.includes('cited')) element.properties = { role: 'doc-backlink', ...element.properties };
    if (!classes.includes('citation')) return;
    const { className: _, ...properties } = element.properties;
    element.properties = { 'epub:type': 'biblioref', role: 'doc-biblioref', ...properties };
  });
}

/**
 * The names of blocks in EPUB's vocabulary of structure and in DPUB-ARIA, by class. A box is a note in ARIA's sense.
 */
const kinds: Record<string, { 'epub:type'?: string; role: string }> = {
  pullquote: { 'epub:type': 'pullquote', role: 'doc-pullquote' },
  epigraph: { 'epub:type': 'epigraph', role: 'doc-epigraph' },
  box: { role: 'note' },
  interview: { 'epub:type': 'qna', role: 'doc-qna' },
  references: { 'epub:type': 'bibliography', role: 'doc-bibliography' },
};

/** Marks pull quotes, epigraphs, boxes, interviews and bibliographies as what they are, and titles in sources. */
function markKinds(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (classesOf(element).includes('references') && parent && index !== undefined)
      nameByHeading(element, parent, index);
    if (classesOf(element).includes('source')) citeTitles(element);
    if (classesOf(element).includes('again') && parent && index !== undefined) sayAgainAloud(element, parent, index);
    for (const name of classesOf(element)) {
      const kind = kinds[name];
      if (!kind) continue;
      element.properties = { ...kind, ...element.properties };
      // An aside is a landmark, and each landmark needs a name of its own.
      if (element.tagName === 'aside') element.tagName = 'div';
    }
  });
}

/** Names a bibliography by the heading right above it. */
function nameByHeading(element: Element, parent: Parents, index: number): void {
  const above = parent.children.slice(0, index).findLast(({ type }) => type === 'element');
  if (above?.type === 'element' && /^h[2-6]$/.test(above.tagName) && above.properties.id)
    element.properties['aria-labelledby'] = String(above.properties.id);
}

/** Puts the name of a repeated author behind the dash that readers see in its place. */
function sayAgainAloud(element: Element, parent: Parents, index: number): void {
  const { ariaLabel: name, ...properties } = element.properties;
  if (name === undefined) return;
  element.properties = { ...properties, ariaHidden: 'true' };
  const children = [{ type: 'text' as const, value: String(name) }];
  parent.children.splice(index + 1, 0, {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unseen'] },
    children,
  });
}

/** In the source of a quotation, words in italics are titles of works. */
function citeTitles(source: Element): void {
  visit(source, 'element', (element) => {
    if (element.tagName === 'em') element.tagName = 'cite';
  });
}
