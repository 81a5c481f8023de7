import type { Page } from 'puppeteer';
import { readHyphenation } from '../lines/hyphenate.ts';
import { setVariants } from '../lines/loosen.ts';
import type { Memory } from '../lines/memory.ts';
import { type LinesSet, setLines } from '../lines/set-lines.ts';
import { askPlaces } from './ask-places.ts';
import { breakPages } from './break-pages.ts';
import { findVariants } from './find-variants.ts';
import type { Conceded, PagePlan } from './flow.ts';
import type { Divisions } from './in-page/fit-tables.ts';
import type { FlowData, Measured } from './in-page/held.ts';
import type { Trimming } from './in-page/page-rules.ts';
import type { SourcePlace } from './in-page/places.ts';
import type { Survey } from './in-page/survey.ts';
import { type Numbered, numberPages } from './number-pages.ts';
import { call, hold } from './page-functions.ts';
import { pageRules } from './page-rules.ts';

/** What came of making up pages. */
export interface PagesMade extends Numbered {
  measured: Measured;
  plans: PagePlan[][];
  lines: LinesSet;
  /** Where the columns and the notes’ parts of each page begin in the source. */
  begins: { page: number; columns: SourcePlace[]; notes: SourcePlace[] }[];
  conceded: { page: number; rule: Conceded['rule']; place: SourcePlace }[];
  survey: Survey;
  trimming: Trimming;
  /** Whether every folio in the text is that of the page it names. */
  settled: boolean;
  /** Blocks that do not stand where they were reckoned to; there should be none. */
  moved: number;
  /** ms. */
  took: Record<'arrange' | 'lines' | 'measure' | 'break' | 'mend' | 'compose' | 'survey', number>;
}

/** How often a folio may change a line, and so a page, and so a folio. */
const mostPasses = 4;

/**
 * Makes up an open galley, whose faces and pictures are loaded, into pages: sets its lines, measures them once, breaks them into pages by numbers alone, and
 * composes the pages once. Folios are filled in before; only where one changes the lines around it is that part set and all of it broken again.
 */
export async function makePages(page: Page, firstPage: number, memory: Memory): Promise<PagesMade> {
  const took = { arrange: 0, lines: 0, measure: 0, break: 0, mend: 0, compose: 0, survey: 0 };
  const clock = stopwatch(took);
  await page.addStyleTag({ content: pageRules });
  const held = await hold(page, 'arrange', firstPage, await divideTables(page));
  clock('arrange');
  const lines = await setLines(page, memory);
  clock('lines');
  const measure = async (flows: readonly number[] | null): Promise<Measured> => {
    const measured = await call(page, 'measureFlows', held, flows);
    clock('measure');
    return measured;
  };
  const breakAll = (flows: readonly FlowData[]) => {
    const plans = flows.map((flow) => breakPages(flow, flow.frame));
    clock('break');
    return plans;
  };
  let measured = await measure(null);
  let plans = breakAll(measured.flows);
  const { variants, flows } = findVariants(measured, plans, lines);
  clock('mend');
  if (variants.size > 0) {
    await setVariants(page, lines, variants);
    clock('lines');
    // Only where paragraphs were set anew.
    const again = await measure(flows);
    const broken = breakAll(again.flows);
    measured = { ...again, flows: measured.flows.map((flow, i) => again.flows[flows.indexOf(i)] ?? flow) };
    plans = plans.map((pages, i) => broken[flows.indexOf(i)] ?? pages);
  }
  let numbered = numberPages(measured, plans, firstPage);
  let settled = await fillFolios(page, numbered);
  for (let pass = 1; !settled && pass < mostPasses; pass++) {
    measured = await measure(null);
    plans = breakAll(measured.flows);
    numbered = numberPages(measured, plans, firstPage);
    settled = await fillFolios(page, numbered);
  }
  const places = await askPlaces(page, held, numbered);
  const { moved } = await call(page, 'composePages', held, numbered.orders);
  await held.dispose();
  clock('compose');
  const survey = await call(page, 'surveyPages');
  const trimming = await call(page, 'readTrimming');
  clock('survey');
  return { ...numbered, measured, plans, lines, ...places, survey, trimming, settled, moved, took };
}

/** Where words in the galley’s tables may be divided, should a table be too wide. */
async function divideTables(page: Page): Promise<Divisions> {
  const words = await call(page, 'wordsInTables');
  const hyphenate = await readHyphenation(Object.keys(words));
  const divided = (lang: string, some: readonly string[]) =>
    Object.fromEntries(some.map((word) => [word, hyphenate(word, lang)]).filter(([, places]) => places?.length));
  return Object.fromEntries(Object.entries(words).map(([lang, some]) => [lang, divided(lang, some)]));
}

/** Writes folios where they are wanted; whether all lines hold. */
async function fillFolios(page: Page, { folios }: Numbered): Promise<boolean> {
  return !(await call(page, 'fillFolios', Object.fromEntries(folios)));
}

/** Adds the time since the last call to a name. It tells what took how long, and nothing depends on it. */
function stopwatch<Name extends string>(took: Record<Name, number>): (name: Name) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    took[name] += now - last;
    last = now;
  };
}
