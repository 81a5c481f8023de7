import type { PlaceMark } from '../../issue/places.ts';
import type { CollectedBlocks, InlineItem, Pin } from '../collected.ts';

/** The nodes and elements of a page to which the indexes of its collected blocks refer. It stays in the browser. */
export interface HeldBlocks {
  collected: CollectedBlocks;
  pins: Pin[];
  /** Text nodes, by index. */
  nodes: Text[];
  places: BlockInPage[];
}

/** The collected blocks as plain data. */
export function collectedOf({ collected }: HeldBlocks): CollectedBlocks {
  return collected;
}

/** A block in the page. */
export interface BlockInPage {
  element: HTMLElement;
  /** The `<br>`s of its own text. */
  ends: Node[];
  /** The boxes in its lines, and the elements in it that are not in its lines. */
  boxes: HTMLElement[];
  apart: Element[];
  /** True if the stylesheet generates something after its text. */
  after: boolean;
  /** If other blocks stand beside the text: the nodes that are the text. */
  run: ChildNode[];
}

/** The state while a page’s blocks are collected. */
export interface Collecting {
  held: HeldBlocks;
  /** The names of the line properties, and the elements on which the stylesheet sets any of them. */
  names: readonly string[];
  ruled: Set<Element>;
  /** The offsets of the author’s soft hyphens, which were removed. */
  softs: Map<Text, number[]>;
  /** The indexes of styles and of sets of properties, by their content. */
  styles: Map<string, number>;
  properties: Map<string, number>;
}

/** The properties that an element inherits. */
export interface Inherited {
  lang: string;
  /** Its place in the manuscript. */
  place: PlaceMark;
  /** The direction of the block around it. */
  direction: string;
  /** True if its words may be divided. */
  divides: boolean;
  /** The index of its line properties. */
  properties: number;
}

/** A stretch of text in a block: all of its text, or the text before, between or after the blocks in it. */
export interface Segment {
  parts: InlineItem[][];
  ends: Node[];
  boxes: HTMLElement[];
  apart: Element[];
  /** The block’s own children. */
  run: ChildNode[];
  /** The width, in px, of the element edges that are repeated on each line. */
  cloned: number;
  /** True if there is any text; if there is anything that cannot be set. */
  text: boolean;
  odd: boolean;
}

export function newSegment(): Segment {
  return { parts: [[]], ends: [], boxes: [], apart: [], run: [], cloned: 0, text: false, odd: false };
}

export function pixels(value: string): number {
  return Number.parseFloat(value) || 0;
}
