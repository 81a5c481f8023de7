import type { PlaceMark } from '../../issue/places.ts';
import type { Galley, Inline, Pin } from '../galley.ts';

/** The elements and texts that a page’s indexes refer to. They stay in the browser. */
export interface Held {
  galley: Galley;
  pins: Pin[];
  /** Text nodes, by index. */
  nodes: Text[];
  places: BlockInPage[];
}

/** The plain data among them. */
export function galleyOf({ galley }: Held): Galley {
  return galley;
}

/** A block as it stands in the page. */
export interface BlockInPage {
  element: HTMLElement;
  /** The `<br>`s that its text has itself. */
  ends: Node[];
  /** What stands in its lines, and what stands in it but not in its lines. */
  boxes: HTMLElement[];
  apart: Element[];
  /** Whether something is generated after its text. */
  after: boolean;
  /** Where other blocks stand beside the text: the nodes that are the text. */
  run: ChildNode[];
}

/** The state while a page’s blocks are collected. */
export interface Collecting {
  held: Held;
  /** Names of the properties that say how lines are set, and the elements on which they are said. */
  names: readonly string[];
  ruled: Set<Element>;
  /** Where the author’s soft hyphens stood. */
  softs: Map<Text, number[]>;
  /** Indexes of styles and sets of properties, by what they say. */
  styles: Map<string, number>;
  properties: Map<string, number>;
}

/** The properties that an element inherits. */
export interface Context {
  lang: string;
  /** Where it begins in the manuscript. */
  place: PlaceMark;
  /** Whether its words may be divided. */
  divides: boolean;
  /** Index of the properties that say how its lines are set. */
  properties: number;
}

/** A stretch of text in a block: all of its text, or what stands before, between and after the blocks in it. */
export interface Segment {
  parts: Inline[][];
  ends: Node[];
  boxes: HTMLElement[];
  apart: Element[];
  /** The block’s own children. */
  run: ChildNode[];
  /** Width of the edges that each line has, in px. */
  cloned: number;
  /** Whether there is any text, and something that cannot be set. */
  text: boolean;
  odd: boolean;
}

export function newSegment(): Segment {
  return { parts: [[]], ends: [], boxes: [], apart: [], run: [], cloned: 0, text: false, odd: false };
}

export function pixels(value: string): number {
  return Number.parseFloat(value) || 0;
}
