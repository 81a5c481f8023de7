import type { JSHandle, Page } from 'puppeteer';
import type { PlaceMark } from '../issue/places.ts';
import type { Languages } from '../languages/languages.ts';
import { lineProperties } from '../styles/line-properties.ts';
import type { FailedBlock, Pin } from './collected.ts';
import { type BlockDraft, draftOf, fitDraft, measureNew, type SetBlockDraft } from './draft.ts';
import { readHyphenation } from './hyphenate.ts';
import type { HeldBlocks } from './in-page/collecting.ts';
import { addStyles, type MeasureCache, newMeasureCache } from './measure-cache.ts';
import { call, hold } from './page-functions.ts';
import { planPin } from './plan-pin.ts';
import { type BlockLines, recordOf, type StrainedLine, strainedLines } from './record.ts';
import { setBlock } from './set-block.ts';

/** The result of setting the lines of a page. */
export interface LinesSet {
  /** The text and lines of every block. */
  record: BlockLines[];
  /** Lines that could not be set well. */
  strained: (StrainedLine & { block: number })[];
  /** Places of the blocks that were broken greedily, because there were too many ways to compare. */
  greedy: PlaceMark[];
  /**
   * Blocks whose lines in the browser are not those that were set, and which are left to the browser; there should be
   * none.
   */
  failed: FailedBlock[];
  /** Duration of each stage in ms, and the numbers of lines and measured widths. */
  took: {
    collect: number;
    measure: number;
    break: number;
    pin: number;
    lines: number;
    measured: number;
  };
  state: LineState;
}

/** The state that is kept to set some blocks of a page again. */
export interface LineState {
  held: JSHandle<HeldBlocks>;
  cache: MeasureCache;
  /** Blocks by the number in the `data-block` of their element. */
  blocks: Map<number, SetBlockDraft>;
}

/** Number of batches of blocks, so that Node works on one while the browser works on another. */
const batches = 4;

/**
 * Sets the lines of all text on an open page and pins them. The page’s faces must be loaded, and its blocks must have
 * their final measures. `cache` keeps what was measured, for other pages in the same faces.
 */
export async function setLines(
  page: Page,
  languages: Languages,
  cache: MeasureCache = newMeasureCache(),
): Promise<LinesSet> {
  const clock = stopwatch();
  const held = await hold(page, 'collectBlocks', lineProperties);
  const collected = await call(page, 'collectedOf', held);
  const collecting = clock();

  const styles = addStyles(cache, collected);
  const hyphenate = await readHyphenation(
    cache.styles.map(({ lang }) => lang),
    languages,
  );
  const drafts: BlockDraft[] = [];
  const asked: Promise<number>[] = [];
  let [breaking, measuring, pinning] = [clock(), 0, 0];
  // In batches, so that the browser measures while words are divided, and pins while lines are broken.
  for (const some of inBatches([...collected.blocks.entries()])) {
    for (const [index, block] of some)
      drafts.push(...draftOf(cache, block, index, styles[block.properties], hyphenate));
    breaking += clock();
    asked.push(later(measureNew(page, cache)));
    await turn();
    measuring += clock();
  }
  await Promise.all(asked);
  for (const draft of drafts) fitDraft(draft, cache, hyphenate);
  asked.push(measureNew(page, cache));
  const measured = (await Promise.all(asked)).reduce((sum, count) => sum + count, 0);
  measuring += clock();

  const record: BlockLines[] = [];
  const strained: LinesSet['strained'] = [];
  const greedy: PlaceMark[] = [];
  const blocks: LineState['blocks'] = new Map();
  const pinned: Promise<void>[] = [];
  for (const some of inBatches(drafts)) {
    const pins: Pin[] = [];
    for (const draft of some) {
      const { index, block, style, size } = draft;
      const set = setBlock(block, draft.parts, style, size);
      blocks.set(index, { ...draft, best: set, at: record.length });
      record.push(recordOf(block, set));
      if (set.some((part) => part.greedy)) greedy.push(block.place);
      for (const line of strainedLines(block, set, style, size)) strained.push({ ...line, block: index });
      const pin = planPin(draft, set, cache.styles);
      if (pin) pins.push(pin);
    }
    breaking += clock();
    pinned.push(later(call(page, 'pinBlocks', held, pins)));
    await turn();
    pinning += clock();
  }
  // Sent together with the last pins, so that the browser does not paint in between.
  const [failed] = await Promise.all([call(page, 'checkBlocks', held), ...pinned]);
  pinning += clock();
  const lines = record.reduce((sum, { lines }) => sum + lines.length, 0);
  const took = { collect: collecting, measure: measuring, break: breaking, pin: pinning, lines, measured };
  return { record, strained, greedy, failed, took, state: { held, cache, blocks } };
}

/** Divides a list into batches. */
function* inBatches<T>(list: readonly T[]): Generator<readonly T[]> {
  const size = Math.ceil(list.length / batches);
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

/** Marks a rejection as handled: it is seen when the work is awaited. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/** Gives pending requests to the browser time to be sent. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Returns a function that gives the ms since its last call: for the benchmark; no result depends on it. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const took = now - last;
    last = now;
    return took;
  };
}
