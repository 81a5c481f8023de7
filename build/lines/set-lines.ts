import type { Page } from 'puppeteer';
import { checkPins } from './check-pins.ts';
import { collect } from './collect.ts';
import { type Flat, flatten } from './flatten.ts';
import type { Block, Galley, Pin } from './galley.ts';
import { readHyphenation } from './hyphenate.ts';
import { type Lexicon, newLexicon } from './lexicon.ts';
import { type LineStyle, readLineStyle } from './line-properties.ts';
import { makeItems, type WidthOf } from './make-items.ts';
import { measure, rulersOf, type Wanted, type Widths } from './measure.ts';
import { cutPieces, type Piece } from './pieces.ts';
import { addLineRules, pinLines } from './pin.ts';
import { planPin } from './plan-pin.ts';
import { type Breaks, recordOf, type Strained, strainedLines } from './record.ts';
import { type SetPart, setBlock, sizeOf } from './set-block.ts';
import { widthsOfEntry, widthsOfGaps } from './widths-wanted.ts';

/** What came of setting a page’s lines. */
export interface LinesSet {
  /** Every block’s text and where it was broken. */
  record: Breaks[];
  /** Lines that could not be set well. */
  strained: Strained[];
  /** Blocks that did not come out as they were set, said in words; there should be none. */
  failed: string[];
  /** What it took, in ms, and how much there was of it. */
  took: {
    collect: number;
    measure: number;
    break: number;
    pin: number;
    check: number;
    lines: number;
    measured: number;
  };
}

/**
 * Sets the lines of all text on an open page, whose faces are loaded and whose layout has its final measures, and pins them. `widths` keeps what was
 * measured, for other pages in the same faces.
 */
export async function setLines(page: Page, widths: Widths = new Map()): Promise<LinesSet> {
  // The functions that run in the page were compiled by one that names them by a helper.
  await page.evaluate('globalThis.__name ??= (value) => value');
  const clock = stopwatch();
  const held = await collect(page);
  const galley: Galley = await held.evaluate(({ galley }) => galley);
  const collecting = clock();

  const lexicon = newLexicon(galley.styles, await readHyphenation(galley.styles.map(({ lang }) => lang)));
  const drafts = galley.blocks.flatMap((block, index) => draftOf(galley, block, index, lexicon));
  let breaking = clock();
  const rulers = rulersOf(galley.styles, widths);
  const measured = await measure(page, galley.styles, rulers, wantedBy(drafts, lexicon, galley));
  const widthOf: WidthOf = (style, text, offset) => rulers[style]?.get(text)?.get(offset) ?? 0;
  const measuring = clock();

  const pins: Pin[] = [];
  const widest: number[] = [];
  const record: Breaks[] = [];
  const strained: Strained[] = [];
  for (const { index, block, style, size, parts } of drafts) {
    const itemised = parts.map(({ flat, pieces }) => ({
      flat,
      ...makeItems(pieces, flat, galley.styles, style, widthOf),
    }));
    const set = setBlock(block, itemised, style, size);
    record.push(recordOf(block, set));
    strained.push(...strainedLines(block, set, style, size));
    const pin = planPin(index, block, set, galley.styles, style, size);
    if (!pin) continue;
    pins.push(pin);
    widest.push(widestOf(set));
  }
  breaking += clock();
  await addLineRules(page);
  await pinLines(page, held, pins);
  const pinning = clock();
  const failed = await checkPins(page, held, pins, widest);
  await held.dispose();
  const lines = record.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    record,
    strained,
    failed,
    took: { collect: collecting, measure: measuring, break: breaking, pin: pinning, check: clock(), lines, measured },
  };
}

interface Draft {
  index: number;
  block: Block;
  style: LineStyle;
  size: number;
  parts: { flat: Flat; pieces: Piece[] }[];
}

function draftOf(galley: Galley, block: Block, index: number, lexicon: Lexicon): Draft[] {
  const style = readLineStyle(galley.properties[block.properties] ?? {});
  if (!style) return [];
  const parts = block.parts.map((part) => {
    const flat = flatten(part);
    return { flat, pieces: cutPieces(flat, block, lexicon) };
  });
  return [{ index, block, style, size: sizeOf(block, galley.styles), parts }];
}

function* wantedBy(drafts: readonly Draft[], { entries }: Lexicon, { properties }: Galley): Generator<Wanted> {
  const styles = properties.map(readLineStyle);
  for (const entry of entries) {
    const style = styles[entry.properties];
    if (style) yield* widthsOfEntry(entry, style);
  }
  for (const { parts } of drafts) for (const { pieces } of parts) yield* widthsOfGaps(pieces);
}

function widestOf(parts: readonly SetPart[]): number {
  const lines = parts.flatMap((part) => part.lines);
  return Math.max(
    ...lines.map(
      ({ hangStart, hangEnd, natural, measure, ratio }) => hangStart + hangEnd + (ratio < -1 ? natural - measure : 0),
    ),
  );
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
