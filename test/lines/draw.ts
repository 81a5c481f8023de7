import type { Box, Item, Setting } from '../../build/lines/items.ts';

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
export function drawParagraph(next: () => number, words: number): Item[] {
  const items: Item[] = [];
  for (let word = 0; word < words; word++) {
    if (word > 0) items.push({ kind: 'glue', width: 4, stretch: 2, shrink: 1, breaks: next() > 0.05 });
    items.push(box(4 + Math.floor(next() * 30), next() < 0.1 ? 2 : 0));
    if (next() < 0.4) {
      const added = next() < 0.8;
      items.push({ kind: 'penalty', cost: added ? 50 : 20, width: added ? 3 : 0, hang: 2, hyphen: true });
      items.push(box(4 + Math.floor(next() * 20), next() < 0.1 ? 2 : 0));
    }
  }
  return items;
}

export function box(width: number, hang = 0): Box {
  return { kind: 'box', width, stretch: width * 0.02, shrink: width * 0.01, hangStart: hang / 2, hangEnd: hang };
}

export const plain: Setting = {
  measures: [90, 100],
  tolerance: 2,
  ladder: 3000,
  stack: 2,
  lastHyphen: 5000,
  contrast: 3000,
  lastLine: 10,
  shortLast: 20000,
};
