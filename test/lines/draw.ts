import type { ParagraphSetting } from '../../build/lines/breaking/line.ts';
import {
  addBox,
  addGlue,
  addPenalty,
  endParagraph,
  newParagraph,
  type Paragraph,
} from '../../build/lines/breaking/paragraph.ts';

/** A paragraph as one thing after another, each with its own numbers, to be added up by hand. */
export type Item =
  | { kind: 'box'; width: number; letters: number; hangStart: number; hangEnd: number }
  | { kind: 'glue'; width: number; breaks: boolean }
  | { kind: 'penalty'; cost: number; width: number; hang: number; hyphen: boolean };

/** Numbers that look like chance and are the same every time (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A paragraph of words, some of which can be divided, and some of whose ends hang. */
export function drawItems(next: () => number, words: number): Item[] {
  const items: Item[] = [];
  for (let word = 0; word < words; word++) {
    if (word > 0) items.push({ kind: 'glue', width: 4, breaks: next() > 0.05 });
    items.push(box(4 + Math.floor(next() * 30), next() < 0.1 ? 2 : 0));
    if (next() < 0.4) {
      const added = next() < 0.8;
      items.push({ kind: 'penalty', cost: added ? 50 : 20, width: added ? 3 : 0, hang: 2, hyphen: true });
      items.push(box(4 + Math.floor(next() * 20), next() < 0.1 ? 2 : 0));
    }
  }
  return items;
}

export function box(width: number, hang = 0): Item {
  return { kind: 'box', width, letters: width, hangStart: hang / 2, hangEnd: hang };
}

/** What the breaker takes, in which the index of an item stands for its first character. */
export function paragraphOf(items: readonly Item[]): Paragraph {
  const builder = newParagraph(items.length);
  items.forEach((item, i) => {
    if (item.kind === 'box') addBox(builder, i, item.width, item.letters, item.hangStart, item.hangEnd);
    else if (item.kind === 'glue') addGlue(builder, i, item.width, item.width, item.breaks ? 0 : undefined);
    else addPenalty(builder, i, item.cost, item.width, item.hang, item.hyphen);
  });
  return endParagraph(builder, items.length);
}

export const plain: ParagraphSetting = {
  measures: [90, 100],
  spaceWidth: 1,
  spaceStretch: 0.5,
  spaceShrink: 0.25,
  letterStretch: 0.02,
  letterShrink: 0.01,
  letterLead: 1,
  shortRatio: 0,
  shortUnit: 12,
  tolerance: 2,
  ladder: 3000,
  stack: 2,
  overStack: 1e7,
  lastHyphen: 5000,
  contrast: 3000,
  lastLine: 10,
  shortLast: 20000,
  leastLast: 0,
  wholeLast: false,
  stubLast: 1e9,
};
