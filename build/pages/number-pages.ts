import type { PagePlan } from './flow.ts';
import type { PageOrder } from './in-page/compose.ts';
import type { FlowData, FolioTarget, Measured } from './in-page/held.ts';

/** All pages of an issue in order, and the folio of everything that is referred to. */
export interface NumberedPages {
  /** The pages of each flow. */
  orders: PageOrder[][];
  folios: Map<string, string>;
  /** Every page, from the cover on, with the id of what it belongs to. */
  list: { index: number; folio: string; of: string; flow: number }[];
  /** The number of pages of the document, sheets and empty pages included. */
  count: number;
  /** The number of pages before the first that is counted. */
  uncounted: number;
}

/**
 * Numbers the pages that the flows were broken into. `firstPage` is the folio of the first counted page. Right-hand
 * pages are odd: if `firstPage` is even, the empty page before the title page has it.
 */
export function numberPages(measured: Measured, plans: readonly PagePlan[][], firstPage: number): NumberedPages {
  const orders: PageOrder[][] = measured.flows.map(() => []);
  const sheets: number[] = [];
  const list: NumberedPages['list'] = [];
  let count = 0;
  const uncounted = measured.parts.findIndex(({ counted }) => counted);
  const even = firstPage % 2 === 0;
  const folio = (index: number) => {
    if (index > uncounted) return String(index - uncounted + firstPage - (even ? 0 : 1));
    return even && index > 0 && index === uncounted ? String(firstPage) : '';
  };
  const add = (of: string, flow: number) => {
    list.push({ index: count, folio: folio(count), of, flow });
  };
  for (const { flow, id } of measured.parts) {
    const data = measured.flows[flow];
    if (!data) {
      count++;
      sheets.push(count);
      add(id, -1);
      continue;
    }
    sheets.push(0);
    // A right-hand page has an odd number, because the first page is one.
    const blankBefore = data.begins === 'recto' && count % 2 === 1;
    if (blankBefore) {
      count++;
      add('blank', -1);
    }
    orders[flow] = (plans[flow] ?? []).map((plan, i): PageOrder => {
      count++;
      add(id, flow);
      const name = i === 0 ? data.pages.first : namedPageOf(plan, data);
      return { plan, name, index: count, folio: folio(count), blankBefore: blankBefore && i === 0 };
    });
  }
  const folios = new Map(
    measured.targets.map((target) => {
      const page = target.at === 'sheet' ? sheets[target.index] : pageOf(target, orders[target.flow] ?? []);
      return [target.id, folio(page ?? 0)];
    }),
  );
  return { orders, folios, list, count, uncounted };
}

/**
 * The named page (CSS `page`) of a page that is not the first of its flow: the later pages of the article at its head,
 * or the opening page of an article that begins there.
 */
function namedPageOf({ columns }: PagePlan, { pages, runsOn }: FlowData): string {
  const first = columns.find(({ from, to }) => to > from)?.from ?? columns[0]?.from ?? 0;
  const part = runsOn.findLast(({ row }) => row >= 0 && row <= first);
  if (!part) return pages.rest;
  return part.row === first ? part.pages.first : part.pages.rest;
}

function pageOf({ at, index }: FolioTarget, orders: readonly PageOrder[]): number | undefined {
  const found = orders.find(({ plan }) => {
    if (at === 'row') return plan.columns.some(({ from, to }) => index >= from && index < to);
    if (at === 'note') return plan.notes.some(({ from, to }) => index >= from && index < to);
    return at === 'float' ? plan.floats.some(({ float }) => float === index) : true;
  });
  return found?.index;
}
