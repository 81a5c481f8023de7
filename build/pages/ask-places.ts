import type { JSHandle, Page } from 'puppeteer';
import type { PagePlan } from './flow.ts';
import type { Held } from './in-page/held.ts';
import type { Asked, SourcePlace } from './in-page/places.ts';
import type { PagesMade } from './make-pages.ts';
import type { Numbered } from './number-pages.ts';
import { call } from './page-functions.ts';

/** What each column begins with; where there is nothing but figures, the first of these. */
function firstsOf({ columns, floats }: PagePlan): Pick<Asked, 'row' | 'float'>[] {
  const rows = columns.filter(({ from, to }) => to > from).map(({ from }) => ({ row: from }));
  return rows.length > 0 ? rows : floats.slice(0, 1).map(({ float }) => ({ float }));
}

/** Asks where in the source columns and notes begin, and rules were not kept. */
export async function askPlaces(
  page: Page,
  held: JSHandle<Held>,
  { orders }: Numbered,
): Promise<Pick<PagesMade, 'begins' | 'conceded'>> {
  const asked: Asked[] = [];
  const ask = (one: Asked) => asked.push(one) - 1;
  const pages = orders.flatMap((flow, i) =>
    flow.map(({ plan, index }) => ({
      page: index,
      columns: firstsOf(plan).map((first) => ask({ flow: i, ...first })),
      notes: plan.notes.filter(({ from, to }) => to > from).map(({ from }) => ask({ flow: i, note: from })),
      conceded: plan.conceded.map(({ rule, ...where }) => ({ rule, at: ask({ flow: i, ...where }) })),
    })),
  );
  const places = await call(page, 'placesOf', held, asked);
  const at = (index: number) => places[index] as SourcePlace;
  return {
    begins: pages.map(({ page, columns, notes }) => ({ page, columns: columns.map(at), notes: notes.map(at) })),
    conceded: pages.flatMap(({ page, conceded }) =>
      conceded.map((one) => ({ page, rule: one.rule, place: at(one.at) })),
    ),
  };
}
