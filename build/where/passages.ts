import type { Element, ElementContent, Root } from 'hast';
import type { Article, Note } from '../issue/model.ts';
import { isRecordedBlock, textsOfBlock } from '../record/block-texts.ts';
import { hasClass } from '../text/has-class.ts';
import { type FileLines, offsetOfPoint } from './file-lines.ts';
import { setText } from './set-text.ts';

/** A block of an article with its place in the manuscript. */
export interface Passage {
  block: Element;
  start: number;
  end: number;
  note?: Note;
  /** Where the figure, table or the like that it is in begins and ends: what may stand apart from the text around it. */
  apart?: { start: number; end: number };
}

/** The blocks of an article and its notes that have words of their own, in the order of the manuscript. */
export function passagesOf({ body, notes }: Pick<Article, 'body' | 'notes'>, lines: FileLines): Passage[] {
  const passages: Passage[] = [];
  const walk = (nodes: Root['children'] | ElementContent[], inside: Pick<Passage, 'note' | 'apart'>): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const span = spanOf(node, lines);
      const mayFloat = /^(figure|table)$/.test(node.tagName) || hasClass(node, 'float');
      const around = mayFloat && span ? { apart: span, ...inside } : inside;
      if (span && isRecordedBlock(node) && hasOwn(node)) passages.push({ block: node, ...span, ...around });
      walk(node.children, around);
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
  const isInner = (element: Element) => element !== block && isRecordedBlock(element);
  return texts.length === 0 || texts.some(({ path }) => !path.some(isInner));
}

/**
 * Where an element begins and ends. The caption of a table has only words with places, and verses a place that ends
 * with the first of them.
 */
function spanOf(element: Element, lines: FileLines): { start: number; end: number } | undefined {
  if (hasClass(element, 'stanza')) {
    const { parts } = setText(element, lines);
    const [first, last] = [parts[0], parts.at(-1)];
    if (first && last) return { start: first.start, end: last.end };
  }
  const places = [element, ...textsOfBlock(element).map(({ node }) => node)].flatMap(({ position }) => position ?? []);
  if (places.length === 0) return undefined;
  const starts = element.position ? [element.position.start] : places.map(({ start }) => start);
  return {
    start: Math.min(...starts.map((point) => offsetOfPoint(lines, point))),
    end: Math.max(...places.map(({ end }) => offsetOfPoint(lines, end))),
  };
}
