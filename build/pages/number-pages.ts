import type { PagePlan } from './flow.ts';
import type { PageOrder } from './in-page/compose.ts';
import type { Measured, Target } from './in-page/held.ts';

/** All pages of an issue in order, and the folio of everything that one is wanted for. */
export interface Numbered {
  /** The pages of each flow. */
  orders: PageOrder[][];
  folios: Map<string, string>;
  /** Of the whole document, sheets and empty pages included. */
  count: number;
  /** Pages before the first that is counted. */
  uncounted: number;
}

/** Numbers the pages that the flows were broken into. `firstPage` is the folio of the first page that is counted. */
export function numberPages(measured: Measured, plans: readonly PagePlan[][], firstPage: number): Numbered {
  const orders: PageOrder[][] = measured.flows.map(() => []);
  const sheets: number[] = [];
  let count = 0;
  let uncounted = 0;
  const folio = (index: number) => (index <= uncounted ? '' : String(index - uncounted + firstPage - 1));
  for (const { flow, counted } of measured.pieces) {
    const data = measured.flows[flow];
    if (!data) {
      count++;
      if (!counted) uncounted = count;
      sheets.push(count);
      continue;
    }
    sheets.push(0);
    // A right-hand page has an odd number, for the first page is one.
    const blankBefore = data.begins === 'recto' && count % 2 === 1;
    if (blankBefore) count++;
    orders[flow] = (plans[flow] ?? []).map((plan, i): PageOrder => {
      count++;
      const name = i === 0 ? data.pages.first : data.pages.rest;
      return { plan, name, index: count, folio: folio(count), blankBefore: blankBefore && i === 0 };
    });
  }
  const folios = new Map(
    measured.targets.map((target) => {
      const page = target.at === 'sheet' ? sheets[target.index] : pageOf(target, orders[target.flow] ?? []);
      return [target.id, folio(page ?? 0)];
    }),
  );
  return { orders, folios, count, uncounted };
}

function pageOf({ at, index }: Target, orders: readonly PageOrder[]): number | undefined {
  const found = orders.find(({ plan }) => {
    if (at === 'row') return plan.columns.some(({ from, to }) => index >= from && index < to);
    if (at === 'note') return plan.notes.some(({ from, to }) => index >= from && index < to);
    return at === 'float' ? plan.floats.some(({ float }) => float === index) : true;
  });
  return found?.index;
}
