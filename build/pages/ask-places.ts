import type { JSHandle, Page } from 'puppeteer';
import type { ComposedPages } from './compose-pages.ts';
import type { PagePlan } from './flow.ts';
import type { HeldFlows } from './in-page/held.ts';
import type { PlaceQuery, SourcePlace } from './in-page/places.ts';
import type { UnitNumbers } from './number-pages.ts';
import { call } from './page-functions.ts';

/** The place where a column begins. */
export interface ColumnPlace extends SourcePlace {
  /** Which column of the page it is, from 1. */
  number: number;
}

/** The place of a float, or of the part of a divided table that is one. */
export interface FloatPlace extends SourcePlace {
  /** Which column of the page it is in, from 1; 0 if it spans all. */
  number: number;
}

/** The first row of each column, with the column’s number; on a page without text, its first float. */
function firstsOf({ columns, floats }: PagePlan): { number: number; at: Pick<PlaceQuery, 'row' | 'float'> }[] {
  const rows = columns.flatMap(({ from, to }, i) => (to > from ? [{ number: i + 1, at: { row: from } }] : []));
  return rows.length > 0 ? rows : floats.slice(0, 1).map(({ float }) => ({ number: 1, at: { float } }));
}

/** Finds the places in the manuscripts where columns and notes begin, and where rules were broken. */
export async function askPlaces(
  page: Page,
  held: JSHandle<HeldFlows>,
  orders: UnitNumbers['orders'],
): Promise<Pick<ComposedPages, 'begins' | 'brokenRules'>> {
  const queries: PlaceQuery[] = [];
  const ask = (one: PlaceQuery) => queries.push(one) - 1;
  const pages = orders.flatMap((flow, i) =>
    flow.map(({ plan, index }) => ({
      page: index,
      columns: firstsOf(plan).map(({ number, at }) => ({ number, at: ask({ flow: i, ...at }) })),
      floats: plan.floats.map(({ float, column }) => ({
        number: Math.max(0, column + 1),
        at: ask({ flow: i, float }),
      })),
      notes: plan.notes.filter(({ from, to }) => to > from).map(({ from }) => ask({ flow: i, note: from })),
      brokenRules: plan.brokenRules.map(({ rule, ...where }) => ({ rule, at: ask({ flow: i, ...where }) })),
    })),
  );
  const places = await call(page, 'placesOf', held, queries);
  const at = (index: number) => places[index] as SourcePlace;
  return {
    begins: pages.map(({ page, columns, floats, notes }) => ({
      page,
      columns: columns.map(({ number, at: index }) => ({ ...at(index), number })),
      floats: floats.map(({ number, at: index }) => ({ ...at(index), number })),
      notes: notes.map(at),
    })),
    brokenRules: pages.flatMap(({ page, brokenRules }) =>
      brokenRules.map((one) => ({ page, rule: one.rule, place: at(one.at) })),
    ),
  };
}
