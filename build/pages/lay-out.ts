import type { JSHandle, Page } from 'puppeteer';
import type { Languages } from '../languages/languages.ts';
import { readHyphenation } from '../lines/hyphenate.ts';
import { setVariants } from '../lines/loosen.ts';
import type { MeasureCache } from '../lines/measure-cache.ts';
import { type LinesSet, setLines } from '../lines/set-lines.ts';
import { breakPages } from './break-pages.ts';
import { findVariants } from './find-variants.ts';
import type { PagePlan } from './flow.ts';
import type { Divisions } from './in-page/fit-tables.ts';
import type { FlowData, HeldFlows, Measured } from './in-page/held.ts';
import { makeUpRules } from './make-up-rules.ts';
import type { UnitLayout } from './number-pages.ts';
import { call, hold } from './page-functions.ts';

/** The duration of each stage, in ms. No result depends on it. */
export type StageTimes = Record<'arrange' | 'lines' | 'measure' | 'break' | 'mend' | 'compose' | 'survey', number>;

/** A document whose lines are set and whose pages are planned, open in the browser. */
export interface OpenLayout {
  held: JSHandle<HeldFlows>;
  lines: LinesSet;
  measured: Measured;
  /** The pages of each flow. */
  plans: PagePlan[][];
  took: StageTimes;
}

/**
 * Lays out an open document: sets its lines, measures them once, and breaks them into pages by numbers alone. Its faces
 * and pictures must be loaded. `guesses` are the probable folios of ids.
 */
export async function layOut(
  page: Page,
  guesses: Readonly<Record<string, string>>,
  cache: MeasureCache,
  languages: Languages,
): Promise<OpenLayout> {
  const took: StageTimes = { arrange: 0, lines: 0, measure: 0, break: 0, mend: 0, compose: 0, survey: 0 };
  const clock = stopwatch(took);
  await (await page.addStyleTag({ content: makeUpRules })).dispose();
  const held = await hold(page, 'arrange', guesses, await divideTables(page, languages));
  clock('arrange');
  const lines = await setLines(page, languages, cache);
  clock('lines');
  let measured = await call(page, 'measureFlows', held, null);
  clock('measure');
  let plans = breakAll(measured.flows);
  clock('break');
  const { variants, flows, costs } = findVariants(measured, plans, lines);
  clock('mend');
  if (variants.size > 0) {
    await setVariants(page, lines, variants);
    clock('lines');
    // Only the flows in which paragraphs were set again.
    const again = await call(page, 'measureFlows', held, flows);
    clock('measure');
    const broken = breakAll(again.flows, costs);
    clock('break');
    measured = { ...again, flows: measured.flows.map((flow, i) => again.flows[flows.indexOf(i)] ?? flow) };
    plans = plans.map((pages, i) => broken[flows.indexOf(i)] ?? pages);
  }
  return { held, lines, measured, plans, took };
}

/** Lets the browser forget a layout. Puppeteer ignores it if the page is gone. */
export async function forget({ held, lines }: Pick<OpenLayout, 'held' | 'lines'>): Promise<void> {
  await Promise.all([held.dispose(), lines.state.held.dispose()]);
}

/**
 * Writes folios into references and contents. Returns true if no line changed by it; otherwise the layout is measured
 * and broken into pages again, with the lines as they are now.
 */
export async function fillIn(
  page: Page,
  layout: OpenLayout,
  folios: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (!(await call(page, 'fillFolios', folios))) return true;
  layout.measured = await call(page, 'measureFlows', layout.held, null);
  const costs = layout.plans.map((pages) => pages.reduce((sum, { cost }) => sum + cost, 0));
  layout.plans = breakAll(layout.measured.flows, costs);
  return false;
}

/** The part of a layout by which pages are numbered. */
export function layoutOf({ measured, plans }: Pick<OpenLayout, 'measured' | 'plans'>): UnitLayout {
  const { parts, targets, wanted } = measured;
  const flows = measured.flows.map(({ begins, pages, runsOn }) => ({ begins, pages, runsOn }));
  return { parts, flows, plans, targets, wanted };
}

/** Breaks flows into pages. `likely` is what the pages of each probably cost. */
function breakAll(flows: readonly FlowData[], likely: readonly number[] = []): PagePlan[][] {
  return flows.map((flow, i) => breakPages(flow, flow.frame, likely[i]));
}

/** The places where words in the document’s tables may be divided, in case a table is too wide. */
async function divideTables(page: Page, languages: Languages): Promise<Divisions> {
  const words = await call(page, 'wordsInTables');
  const hyphenate = await readHyphenation(Object.keys(words), languages);
  const divided = (lang: string, some: readonly string[]) =>
    Object.fromEntries(some.map((word) => [word, hyphenate(word, lang)]).filter(([, places]) => places?.length));
  return Object.fromEntries(Object.entries(words).map(([lang, some]) => [lang, divided(lang, some)]));
}

/** Returns a function that adds the time since its last call to a stage. No result depends on it. */
export function stopwatch<Name extends string>(took: Record<Name, number>): (name: Name) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    took[name] += now - last;
    last = now;
  };
}
