import type { JSHandle, Page } from 'puppeteer';
import type { PlaceMark } from '../issue/places.ts';
import { collect, type Held } from './collect.ts';
import { type Draft, draftOf, fitDraft, type SetDraft, weighFresh } from './draft.ts';
import type { Galley, Pin } from './galley.ts';
import { readHyphenation } from './hyphenate.ts';
import { type Memory, newMemory, remember } from './memory.ts';
import { checkPins, type Failed, pinLines, readyForPins } from './pin.ts';
import { planPin } from './plan-pin.ts';
import { type Breaks, recordOf, type Strained, strainedLines } from './record.ts';
import { setBlock } from './set-block.ts';

/** What came of setting a page’s lines. */
export interface LinesSet {
  /** Every block’s text and where it was broken. */
  record: Breaks[];
  /** Lines that could not be set well. */
  strained: (Strained & { block: number })[];
  /** Where the blocks are whose lines could not be weighed against one another, for there are too many. */
  hurried: PlaceMark[];
  /** Blocks that did not come out as they were set, and are left to the browser; there should be none. */
  failed: Failed[];
  /** What it took, in ms, and how much there was of it. */
  took: {
    collect: number;
    measure: number;
    break: number;
    pin: number;
    lines: number;
    measured: number;
  };
  state: SetLines;
}

/** What is kept of the blocks of a page, to set some of them anew. */
export interface SetLines {
  held: JSHandle<Held>;
  memory: Memory;
  /** By the number that is on the block’s element, as data-block. */
  blocks: Map<number, SetDraft>;
}

/** In how many parts blocks are worked on, while the browser works on others. */
const shares = 4;

/**
 * Sets the lines of all text on an open page, whose faces are loaded and whose layout has its final measures, and pins them. `memory` keeps what was
 * measured and set, for other pages in the same faces.
 */
export async function setLines(page: Page, memory: Memory = newMemory()): Promise<LinesSet> {
  await readyForPins(page);
  const clock = stopwatch();
  const held = await collect(page);
  const galley: Galley = JSON.parse(await held.evaluate(({ galley }) => JSON.stringify(galley)));
  const collecting = clock();

  const styles = remember(memory, galley);
  const hyphenate = await readHyphenation(memory.styles.map(({ lang }) => lang));
  const drafts: Draft[] = [];
  const asked: Promise<number>[] = [];
  let [breaking, measuring, pinning] = [clock(), 0, 0];
  // Some blocks at a time, so that the browser measures while words are divided, and pins while lines are broken.
  for (const some of inShares([...galley.blocks.entries()])) {
    for (const [index, block] of some)
      drafts.push(...draftOf(memory, block, index, styles[block.properties], hyphenate));
    breaking += clock();
    asked.push(later(weighFresh(page, memory)));
    await turn();
    measuring += clock();
  }
  await Promise.all(asked);
  for (const draft of drafts) fitDraft(draft, memory, hyphenate);
  asked.push(weighFresh(page, memory));
  const measured = (await Promise.all(asked)).reduce((sum, count) => sum + count, 0);
  measuring += clock();

  const record: Breaks[] = [];
  const strained: LinesSet['strained'] = [];
  const hurried: PlaceMark[] = [];
  const blocks: SetLines['blocks'] = new Map();
  const pinned: Promise<void>[] = [];
  for (const some of inShares(drafts)) {
    const pins: Pin[] = [];
    for (const draft of some) {
      const { index, block, style, size } = draft;
      const set = setBlock(block, draft.parts, style, size);
      blocks.set(index, { ...draft, at: record.length });
      record.push(recordOf(block, set));
      if (set.some((part) => part.hurried)) hurried.push(block.place);
      for (const line of strainedLines(block, set, style, size)) strained.push({ ...line, block: index });
      const pin = planPin(index, block, set, memory.styles, style, size);
      if (pin) pins.push(pin);
    }
    breaking += clock();
    pinned.push(later(pinLines(page, held, pins)));
    await turn();
    pinning += clock();
  }
  // Asked for at once, so that the browser does not paint pages in between that nobody sees.
  const [failed] = await Promise.all([checkPins(page, held), ...pinned]);
  pinning += clock();
  const lines = record.reduce((sum, { lines }) => sum + lines.length, 0);
  const took = { collect: collecting, measure: measuring, break: breaking, pin: pinning, lines, measured };
  return { record, strained, hurried, failed, took, state: { held, memory, blocks } };
}

/** A list in a few parts. */
function* inShares<T>(list: readonly T[]): Generator<readonly T[]> {
  const size = Math.ceil(list.length / shares);
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

/** Work whose failure is heard of when it is waited for, and not before. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/** Lets what was asked of the browser be sent to it. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The only clock of the room: it tells what took how long, and nothing depends on it. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const took = now - last;
    last = now;
    return took;
  };
}
