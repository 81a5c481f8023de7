import type { JSHandle, Page } from 'puppeteer';
import { install } from '../browser/in-page.ts';
import type { Pin } from './galley.ts';
import * as checking from './in-page/check.ts';
import { type Held, pixels } from './in-page/collecting.ts';
import * as pinning from './in-page/pin.ts';
import * as unpinning from './in-page/unpin.ts';

/** A block that did not come out as it was set. */
export interface Failed {
  place: string;
  /** In words. */
  found: string;
}

/** What pinned lines are made of. It is no matter of style, and no style must change it. */
const css = `
.set-lines { white-space: nowrap !important; text-wrap-style: auto !important; }
.set-full { text-align: justify !important; text-align-last: justify !important; word-spacing: var(--tighten) !important; }
.set-box { white-space: normal; text-align-last: auto; word-spacing: normal; }
.set-full::marker { word-spacing: normal !important; }
.set-run { display: block; }
.set-flush { text-indent: 0; }
.set-lines wbr { display: none; }
.set-hyphen::after { content: var(--hyphen) / ""; }
.set-fill { display: inline-block; }
.set-after::after { margin-right: var(--fill) !important; }
`;

/** Puts into a page what pins lines, and takes the pins away again. */
export async function readyForPins(page: Page): Promise<void> {
  await install(page, [
    ...Object.values(pinning),
    ...Object.values(checking),
    ...Object.values(unpinning),
    ...[pixels],
  ]);
  await page.evaluate((text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.head.append(style);
  }, css);
}

/** Pins blocks to their lines. */
export async function pinLines(page: Page, held: JSHandle<Held>, pins: readonly Pin[]): Promise<void> {
  // As one string, for the browser takes long over many values.
  const json = JSON.stringify(pins);
  await page.evaluate((all, text) => (globalThis as unknown as typeof pinning).pinBlocks(all, text), held, json);
}

/** Takes the pins from blocks, so that their text is as it was before. */
export async function unpinBlocks(page: Page, held: JSHandle<Held>, blocks: readonly number[]): Promise<void> {
  const json = JSON.stringify(blocks);
  await page.evaluate((all, text) => (globalThis as unknown as typeof unpinning).unpinBlocks(all, text), held, json);
}

/**
 * Unpins the blocks, of those pinned since it was last asked, that did not come out with the lines that were chosen,
 * and returns them.
 */
export async function checkPins(page: Page, held: JSHandle<Held>): Promise<Failed[]> {
  return JSON.parse(await page.evaluate((all) => (globalThis as unknown as typeof checking).checkBlocks(all), held));
}
