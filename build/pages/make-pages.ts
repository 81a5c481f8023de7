import type { Page } from 'puppeteer';
import { readHyphenation } from '../lines/hyphenate.ts';
import { setVariants } from '../lines/loosen.ts';
import type { MeasureCache } from '../lines/measure-cache.ts';
import { type LinesSet, setLines } from '../lines/set-lines.ts';
import { askPlaces, type ColumnPlace, type FloatPlace } from './ask-places.ts';
import { breakPages } from './break-pages.ts';
import { findVariants } from './find-variants.ts';
import type { BrokenRule, PagePlan } from './flow.ts';
import type { Divisions } from './in-page/fit-tables.ts';
import type { FlowData, Measured } from './in-page/held.ts';
import type { Trimming } from './in-page/page-rules.ts';
import type { SourcePlace } from './in-page/places.ts';
import type { Survey } from './in-page/survey.ts';
import { makeUpRules } from './make-up-rules.ts';
import { type NumberedPages, numberPages } from './number-pages.ts';
import { call, hold } from './page-functions.ts';

/** The result of making up pages. */
export interface PagesMade extends NumberedPages {
  measured: Measured;
  plans: PagePlan[][];
  lines: LinesSet;
  /** The places in the manuscripts where the columns, the floats and the notes of each page begin. */
  begins: { page: number; columns: ColumnPlace[]; floats: FloatPlace[]; notes: SourcePlace[] }[];
  brokenRules: { page: number; rule: BrokenRule['rule']; place: SourcePlace }[];
  survey: Survey;
  trimming: Trimming;
  /** True if every folio in the text is that of the page that it refers to. */
  foliosHold: boolean;
  /** The number of blocks that are not at their planned place; there should be none. */
  misplaced: number;
  /** The duration of each stage, in ms. No result depends on it. */
  took: Record<'arrange' | 'lines' | 'measure' | 'break' | 'mend' | 'compose' | 'survey', number>;
}

/** The number of times that folios may be filled in. A folio may change a line, and so a page, and so a folio. */
const maxPasses = 4;

/**
 * Makes up an open galley into pages: sets its lines, measures them once, breaks them into pages by numbers alone, and
 * composes the pages once. The galley’s faces and pictures must be loaded. Folios are filled in before composing; only
 * if one changes the lines around it is the galley measured and broken again.
 */
export async function makePages(page: Page, firstPage: number, cache: MeasureCache): Promise<PagesMade> {
  const took = { arrange: 0, lines: 0, measure: 0, break: 0, mend: 0, compose: 0, survey: 0 };
  const clock = stopwatch(took);
  await page.addStyleTag({ content: makeUpRules });
  const held = await hold(page, 'arrange', firstPage, await divideTables(page));
  clock('arrange');
  const lines = await setLines(page, cache);
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
    // Only the flows in which paragraphs were set again.
    const again = await measure(flows);
    const broken = breakAll(again.flows);
    measured = { ...again, flows: measured.flows.map((flow, i) => again.flows[flows.indexOf(i)] ?? flow) };
    plans = plans.map((pages, i) => broken[flows.indexOf(i)] ?? pages);
  }
  let numbered = numberPages(measured, plans, firstPage);
  let foliosHold = await fillFolios(page, numbered);
  for (let pass = 1; !foliosHold && pass < maxPasses; pass++) {
    measured = await measure(null);
    plans = breakAll(measured.flows);
    numbered = numberPages(measured, plans, firstPage);
    foliosHold = await fillFolios(page, numbered);
  }
  const places = await askPlaces(page, held, numbered);
  const { misplaced } = await call(page, 'composePages', held, numbered.orders);
  await held.dispose();
  clock('compose');
  const survey = await call(page, 'surveyPages');
  const trimming = await call(page, 'readTrimming');
  clock('survey');
  return { ...numbered, measured, plans, lines, ...places, survey, trimming, foliosHold, misplaced, took };
}

/** The places where words in the galley’s tables may be divided, in case a table is too wide. */
async function divideTables(page: Page): Promise<Divisions> {
  const words = await call(page, 'wordsInTables');
  const hyphenate = await readHyphenation(Object.keys(words));
  const divided = (lang: string, some: readonly string[]) =>
    Object.fromEntries(some.map((word) => [word, hyphenate(word, lang)]).filter(([, places]) => places?.length));
  return Object.fromEntries(Object.entries(words).map(([lang, some]) => [lang, divided(lang, some)]));
}

/** Writes folios into references and contents. Returns true if no line changed by it. */
async function fillFolios(page: Page, { folios }: NumberedPages): Promise<boolean> {
  return !(await call(page, 'fillFolios', Object.fromEntries(folios)));
}

/** Returns a function that adds the time since its last call to a stage. No result depends on it. */
function stopwatch<Name extends string>(took: Record<Name, number>): (name: Name) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    took[name] += now - last;
    last = now;
  };
}
