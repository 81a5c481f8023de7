import type { JSHandle, Page } from 'puppeteer';
import { install } from '../browser/in-page.ts';
import { setVariants, type Variant, variantsOf } from '../lines/loosen.ts';
import type { Memory } from '../lines/memory.ts';
import { type LinesSet, setLines } from '../lines/set-lines.ts';
import { breakPages } from './break-pages.ts';
import * as columns from './column.ts';
import type { Conceded, PagePlan } from './flow.ts';
import * as arranging from './in-page/arrange.ts';
import * as composing from './in-page/compose.ts';
import * as cutting from './in-page/cut.ts';
import * as guessing from './in-page/guess-folios.ts';
import type { Held, Measured } from './in-page/held.ts';
import * as measuring from './in-page/measure.ts';
import * as paging from './in-page/page-rules.ts';
import * as placing from './in-page/places.ts';
import * as rowing from './in-page/rows.ts';
import * as surveying from './in-page/survey.ts';
import * as dividing from './in-page/tall-rows.ts';
import { mendPages } from './mend-pages.ts';
import { type Numbered, numberPages } from './number-pages.ts';
import { pageRules } from './page-rules.ts';

/** What came of making up pages. */
export interface PagesMade extends Numbered {
  measured: Measured;
  plans: PagePlan[][];
  lines: LinesSet;
  /** Where the columns and the notes’ parts of each page begin in the source. */
  begins: { page: number; columns: placing.SourcePlace[]; notes: placing.SourcePlace[] }[];
  conceded: { page: number; rule: Conceded['rule']; place: placing.SourcePlace }[];
  survey: surveying.Survey;
  trimming: paging.Trimming;
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
  await install(page, [
    ...Object.values(paging),
    ...Object.values(arranging),
    ...Object.values(rowing),
    ...Object.values(measuring),
    ...Object.values(cutting),
    ...Object.values(dividing),
    ...Object.values(guessing),
    ...Object.values(placing),
    ...Object.values(surveying),
    ...Object.values(composing),
    ...Object.values(columns),
  ]);
  await page.addStyleTag({ content: pageRules });
  const held = (await page.evaluateHandle(`arrange(${firstPage})`)) as JSHandle<Held>;
  clock('arrange');
  const lines = await setLines(page, memory);
  clock('lines');
  for (let pass = 1; ; pass++) {
    const measured: Measured = JSON.parse(await inPage(page, 'measureFlows', held));
    clock('measure');
    const plans = measured.flows.map((flow) => breakPages(flow, flow.frame));
    if (pass === 1) {
      const variants = findVariants(measured, plans, lines);
      clock('mend');
      if (variants.size > 0) {
        await setVariants(page, lines, variants);
        clock('lines');
        continue;
      }
    }
    const numbered = numberPages(measured, plans, firstPage);
    clock('break');
    const moved = await page.evaluate(
      (json) => (globalThis as unknown as typeof measuring).fillFolios(json),
      JSON.stringify(Object.fromEntries(numbered.folios)),
    );
    const settled = !moved;
    if (!settled && pass < mostPasses) continue;
    const places = await askPlaces(page, held, numbered);
    const composed = JSON.parse(await inPage(page, 'composePages', held, JSON.stringify(numbered.orders)));
    await held.dispose();
    clock('compose');
    const survey: surveying.Survey = JSON.parse(
      await page.evaluate(() => (globalThis as unknown as typeof surveying).surveyPages()),
    );
    const trimming: paging.Trimming = JSON.parse(
      await page.evaluate(() => (globalThis as unknown as typeof paging).readTrimming()),
    );
    clock('survey');
    return { ...numbered, measured, plans, lines, ...places, survey, trimming, settled, moved: composed.moved, took };
  }
}

/** Paragraphs that should be a line longer or shorter for their pages to be better. */
function findVariants(measured: Measured, plans: readonly PagePlan[][], { state }: LinesSet): Map<number, Variant> {
  const wanted = new Map<number, Variant>();
  const known = new Map<number, Variant[]>();
  measured.flows.forEach((flow, i) => {
    const numberOf = (block: number) => flow.blocks[block] ?? -1;
    const variantOf = (block: number, by: number) => {
      const number = numberOf(block);
      const variants = known.get(number) ?? variantsOf(state, number);
      known.set(number, variants);
      return variants.find((one) => one.by === by);
    };
    const changes = mendPages(flow, flow.frame, plans[i] ?? [], (block, by) => variantOf(block, by) !== undefined);
    for (const [block, by] of changes) wanted.set(numberOf(block), variantOf(block, by) as Variant);
  });
  return wanted;
}

/** What each column begins with; where there is nothing but figures, the first of these. */
function firstsOf({ columns, floats }: PagePlan): Pick<placing.Asked, 'row' | 'float'>[] {
  const rows = columns.filter(({ from, to }) => to > from).map(({ from }) => ({ row: from }));
  return rows.length > 0 ? rows : floats.slice(0, 1).map(({ float }) => ({ float }));
}

/** Asks where in the source columns and notes begin, and rules were not kept. */
async function askPlaces(
  page: Page,
  held: JSHandle<Held>,
  { orders }: Numbered,
): Promise<Pick<PagesMade, 'begins' | 'conceded'>> {
  const asked: placing.Asked[] = [];
  const ask = (one: placing.Asked) => asked.push(one) - 1;
  const pages = orders.flatMap((flow, i) =>
    flow.map(({ plan, index }) => ({
      page: index,
      columns: firstsOf(plan).map((first) => ask({ flow: i, ...first })),
      notes: plan.notes.filter(({ from, to }) => to > from).map(({ from }) => ask({ flow: i, note: from })),
      conceded: plan.conceded.map(({ rule, ...where }) => ({ rule, at: ask({ flow: i, ...where }) })),
    })),
  );
  const places: placing.SourcePlace[] = JSON.parse(await inPage(page, 'placesOf', held, JSON.stringify(asked)));
  const at = (index: number) => places[index] as placing.SourcePlace;
  return {
    begins: pages.map(({ page, columns, notes }) => ({ page, columns: columns.map(at), notes: notes.map(at) })),
    conceded: pages.flatMap(({ page, conceded }) =>
      conceded.map((one) => ({ page, rule: one.rule, place: at(one.at) })),
    ),
  };
}

function inPage(page: Page, name: string, held: JSHandle<Held>, json = ''): Promise<string> {
  return page.evaluate(
    (one, all, text) =>
      (globalThis as unknown as Record<string, (held: Held, json: string) => string>)[one]?.(all, text) ?? '',
    name,
    held,
    json,
  );
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
