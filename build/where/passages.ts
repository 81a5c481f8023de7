import type { Element, ElementContent, Root } from 'hast';
import type { Article, Note } from '../issue/model.ts';
import { recordedBlocks, textsOfBlock } from '../record/block-texts.ts';
import { offsetOfPoint, type SourceLines } from './source-lines.ts';

/** A block of an article with its place in the manuscript. */
export interface Passage {
  block: Element;
  start: number;
  end: number;
  note?: Note;
  /** The id of the figure or table that it is in. */
  figure?: string;
}

/** The blocks of an article and its notes that have words of their own, in the order of the manuscript. */
export function passagesOf({ body, notes }: Pick<Article, 'body' | 'notes'>, lines: SourceLines): Passage[] {
  const passages: Passage[] = [];
  const walk = (nodes: Root['children'] | ElementContent[], inside: Pick<Passage, 'note' | 'figure'>): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { tagName, properties, children } = node;
      const figure = tagName === 'figure' && properties.id ? { figure: String(properties.id) } : {};
      const around = { ...inside, ...figure };
      const place = recordedBlocks.test(tagName) && hasOwn(node) ? placeOf(node) : undefined;
      if (place) {
        const [start, end] = [place.start, place.end].map((point) => offsetOfPoint(lines, point));
        passages.push({ block: node, start: start as number, end: end as number, ...around });
      }
      walk(children, around);
    }
  };
  walk(body.children, {});
  for (const note of notes) walk(note.body, { note });
  return passages.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The innermost passage at an offset; without one, the nearest after it, or the last of all. */
export function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  const around = passages.filter(({ start, end }) => start <= offset && offset < end);
  return around.at(-1) ?? passages.find(({ start }) => start >= offset) ?? passages.at(-1);
}

/** True if a block has words that are in no block inside it, or no block inside it at all. */
function hasOwn(block: Element): boolean {
  const texts = textsOfBlock(block).filter(({ node }) => node.value.trim() !== '');
  const isInner = (element: Element) => element !== block && recordedBlocks.test(element.tagName);
  return texts.length === 0 || texts.some(({ path }) => !path.some(isInner));
}

/** The place of a block; that of its words, where it has none itself, as the caption of a table. */
function placeOf(block: Element): Element['position'] {
  if (block.position) return block.position;
  const places = textsOfBlock(block).flatMap(({ node }) => node.position ?? []);
  const [first, last] = [places[0], places.at(-1)];
  return first && last && { start: first.start, end: last.end };
}
