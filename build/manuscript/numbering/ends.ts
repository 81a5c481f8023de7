import type { Element, ElementContent, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { articleOfId, endId, idIn } from '../../issue/ids.ts';
import type { Article } from '../../issue/model.ts';
import { visit } from '../../text/visit.ts';

/**
 * Fills in `data-to=""` at the end of each range of pages with the ids of marks at the target’s end. Runs when every
 * word is in place. An article that it changes gets trees of its own first: the old ones may be kept. Returns what was
 * filled in, in order, by the ids of these articles.
 */
export function markEnds(articles: readonly MarkedArticle[]): Map<string, string[]> {
  const ends = new Map<string, string>();
  const named = articles.map(rangeTargets);
  const targets = new Set(named.flat().map(articleOfId));
  for (const [i, article] of articles.entries())
    if (named[i]?.length || targets.has(article.id))
      Object.assign(article, structuredClone({ body: article.body, notes: article.notes }));
  const changed = new Map<string, string[]>();
  const note = (id: string, what: string) => changed.set(id, [...(changed.get(id) ?? []), what]);
  for (const { id: from, body, notes } of articles)
    for (const tree of [body, ...notes.map((note) => ({ type: 'root' as const, children: note.body }))])
      visit(tree, 'element', ({ properties }) => {
        if (properties.dataTo !== '') return;
        const id = String(properties.dataOf);
        const article = articles.find((one) => one.id === articleOfId(id));
        // A target without words ends where it begins.
        const known = ends.get(id) ?? ((article && endsOf(article, id).join(' ')) || id);
        if (article && !ends.has(id)) note(article.id, `${id} ${known}`);
        ends.set(id, known);
        properties.dataTo = known;
        note(from, known);
      });
  return changed;
}

type MarkedArticle = Pick<Article, 'id' | 'body' | 'notes'>;

/** The targets of the ranges of pages in an article whose ends are not filled in. */
function rangeTargets({ body, notes }: MarkedArticle): string[] {
  const targets: string[] = [];
  for (const tree of [body, ...notes.map((note) => ({ type: 'root' as const, children: note.body }))])
    visit(tree, 'element', ({ properties }) => {
      if (properties.dataTo === '') targets.push(String(properties.dataOf));
    });
  return targets;
}

/**
 * The ids of marks where something in an article ends. A section ends before the next heading of its level, the article
 * itself (`id` is its own) with its last text and its last note, any other element with its last word. Adds an element
 * around that word, with an id that no author can write. Empty if nothing has the id, or if it has no words.
 */
function endsOf(article: MarkedArticle, id: string): string[] {
  const { body, notes } = article;
  const trees = [body.children as ElementContent[], ...notes.map((note) => note.body)];
  if (id === article.id)
    return [
      ...markEnd(body.children as ElementContent[], idIn(id, '_text')),
      ...markEnd(notes.at(-1)?.body ?? [], idIn(id, '_notes')),
    ];
  const note = notes.find((one) => one.id === id);
  if (note) return markEnd(note.body, id);
  for (const tree of trees) {
    const extent = extentOf(tree, id);
    if (extent) return markEnd(extent, id);
  }
  return [];
}

/**
 * The nodes that an id names: the element that has it; for a heading also everything before the next heading of its
 * level or a higher one.
 */
function extentOf(children: readonly ElementContent[], id: string): ElementContent[] | undefined {
  for (const [i, child] of children.entries()) {
    if (child.type !== 'element') continue;
    if (child.properties.id !== id) {
      const inside = extentOf(child.children, id);
      if (inside) return inside;
      continue;
    }
    const level = levelOf(child);
    if (!level) return [child];
    const next = children.findIndex((other, j) => j > i && levelOf(other) > 0 && levelOf(other) <= level);
    return children.slice(i, next < 0 ? undefined : next);
  }
  return undefined;
}

function levelOf(node: ElementContent): number {
  return node.type === 'element' ? Number(/^h([2-6])$/.exec(node.tagName)?.[1] ?? 0) : 0;
}

/**
 * Marks the end of some nodes: in the last block, and, if that is a figure or table, which may move to an earlier page,
 * also in the text before it.
 */
function markEnd(nodes: readonly ElementContent[], id: string): string[] {
  const marks: string[] = [];
  for (const node of nodes.toReversed()) {
    if (node.type !== 'element') continue;
    const marked = markLast(node, endId(id, marks.length));
    if (marked) marks.push(marked);
    if (marked && node.tagName !== 'figure') break;
  }
  return marks;
}

/** Marks the last word of an element with an id. Returns the id, or one that was already there. */
function markLast(element: Element, id: string): string | undefined {
  if (whole.test(element.tagName)) {
    element.properties.id ??= id;
    return String(element.properties.id);
  }
  for (let i = element.children.length - 1; i >= 0; i--) {
    const child = element.children[i] as ElementContent;
    if (child.type === 'element') {
      if (child.properties.id === id) return id;
      const marked = textOf(child).trim() || whole.test(child.tagName) ? markLast(child, id) : undefined;
      if (marked) return marked;
    } else if (child.type === 'text' && child.value.trim() !== '') {
      element.children.splice(i, 1, ...withMark(child, id));
      return id;
    }
  }
  return undefined;
}

/** Elements that get the id themselves, instead of a word in them. */
const whole = /^(?:a|img|svg|pre|code|math|hr)$/;

function withMark(text: Text, id: string): ElementContent[] {
  const [, before = '', word = '', after = ''] = /^([\s\S]*?)([^\s\u00a0]+)(\s*)$/.exec(text.value) ?? [];
  const part = (value: string): Text[] => (value ? [{ ...text, value }] : []);
  return [
    ...part(before),
    { type: 'element', tagName: 'span', properties: { id }, children: part(word) },
    ...part(after),
  ];
}
