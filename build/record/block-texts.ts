import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { hasClass } from '../text/has-class.ts';
import type { RecordPlace } from './schema.ts';

/** A text in a block. */
export interface BlockText {
  node: Text;
  /** From the block, which is first, to the text’s parent. */
  path: Element[];
}

/** The elements that begin at a place, the innermost first. */
export function blocksAt(tree: Root, { line, column }: Pick<RecordPlace, 'line' | 'column'>): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    const start = element.position?.start;
    if (isRecordedBlock(element) && start?.line === line && start?.column === column) found.unshift(element);
  });
  return found;
}

/**
 * True for an element whose text places are counted in, or that is a place itself, as build/galley/mark-places.ts marks
 * them.
 */
export function isRecordedBlock(element: Element): boolean {
  return recorded.test(element.tagName) || hasClass(element, 'formula');
}

const recorded = /^(p|li|h[1-6]|figure|figcaption|td|th|dt|dd|blockquote|pre|hr)$/;

/** The texts of a block, except those of calls and formulas. */
export function textsOfBlock(block: Element): BlockText[] {
  const texts: BlockText[] = [];
  const walk = (element: Element, path: Element[]): void => {
    // A formula is drawn on the pages, and has no words there.
    if (hasClass(element, 'call') || element.tagName === 'math') return;
    for (const child of element.children) {
      if (child.type === 'text') texts.push({ node: child, path });
      else if (child.type === 'element') walk(child, [...path, child]);
    }
  };
  walk(block, [block]);
  return texts;
}

/** The index at which the word around an index begins. */
export function wordStart(text: string, index: number): number | undefined {
  let count = 0;
  for (const word of text.matchAll(/\S+/g)) if (count++ === index) return word.index;
  return undefined;
}

/** True if a text begins with the words that the record has for the place. The last of them may be cut off. */
export function beginsWith(text: string, words: string): boolean {
  const [wanted, found] = [words, text].map((one) => one.replaceAll('\u00ad', '').trim().split(/\s+/));
  return (wanted ?? []).slice(0, 3).every((word, i) => word === found?.[i]);
}

/** A place in a text of a block. */
export interface TextPoint extends BlockText {
  /** An index in the text. */
  offset: number;
}

/** The place of an index in the texts of a block; undefined behind its end. */
export function textPointAt(texts: readonly BlockText[], offset: number): TextPoint | undefined {
  let start = 0;
  for (const one of texts) {
    const end = start + one.node.value.length;
    if (offset < end) return { ...one, offset: offset - start };
    start = end;
  }
  return undefined;
}
