import type { Element, ElementContent, Root } from 'hast';
import type { FootnoteReference, Root as Markdown } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Note } from '../issue/model.ts';
import { numberNotes } from './number-notes.ts';

/** The body of an article and its notes as hast; ids are the article’s own, without its prefix. */
export interface ArticleHtml {
  body: Root;
  notes: Note[];
  /** The authors’ labels of the notes, by which cross-references name them. */
  labels: { number: number; label: string }[];
}

/**
 * Turns mdast into hast by remark-rehype. Notes are numbered and go through it beside the text, so that link definitions hold in both;
 * the calls are written by a handler of ours, because every edition places notes in its own way.
 */
export function toHtml(tree: Markdown, file: VFile): ArticleHtml {
  const numbered = numberNotes(tree, file);
  const numbers = new Map(numbered.map(({ number, definition }) => [definition.identifier, number]));
  const calls = new Map<number, string[]>();
  const call = (_state: unknown, node: FootnoteReference): Element => {
    const number = numbers.get(node.identifier) ?? 0;
    const ids = calls.get(number) ?? [];
    const id = `call-${number}${ids.length > 0 ? `-${ids.length + 1}` : ''}`;
    calls.set(number, [...ids, id]);
    return {
      type: 'element',
      tagName: 'a',
      properties: { className: ['call'], id, href: `#note-${number}` },
      children: [{ type: 'text', value: String(number) }],
      ...(node.position ? { position: node.position } : {}),
    };
  };
  const whole: Markdown = {
    ...tree,
    children: [
      ...tree.children,
      ...numbered.map(
        ({ number, definition }) =>
          ({
            ...definition,
            type: 'captioned',
            data: { hName: 'section', hProperties: { dataNote: String(number) } },
          }) as never,
      ),
    ],
  };
  const html = unified()
    .use(remarkRehype, { handlers: { footnoteReference: call } })
    .runSync(whole, file) as Root;
  const notes: Note[] = [];
  visit(html, 'element', (element, index, parent) => {
    if (element.tagName === 'td' || element.tagName === 'th') alignByClass(element);
    if (element.tagName !== 'section' || element.properties.dataNote === undefined || !parent || index === undefined)
      return;
    const number = Number(element.properties.dataNote);
    notes.push({ number, id: `note-${number}`, calls: calls.get(number) ?? [], body: withoutBlanks(element.children) });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit({ type: 'root', children: notes.flatMap((note) => note.body) }, 'element', (element) => {
    if (element.tagName === 'td' || element.tagName === 'th') alignByClass(element);
  });
  const labels = numbered.map(({ number, definition }) => ({
    number,
    label: definition.label ?? definition.identifier,
  }));
  return { body: { ...html, children: withoutBlanks(html.children as ElementContent[]) }, notes, labels };
}

/** A head cell heads its column; `align` is obsolete in HTML. */
function alignByClass(cell: Element): void {
  const { align, ...properties } = cell.properties;
  cell.properties = {
    ...properties,
    ...(align ? { className: [String(align)] } : {}),
    ...(cell.tagName === 'th' && !properties.scope ? { scope: 'col' } : {}),
  };
}

/** Line ends between blocks carry nothing. */
function withoutBlanks(children: ElementContent[]): ElementContent[] {
  return children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
}
