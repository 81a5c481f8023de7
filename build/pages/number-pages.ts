import type { PagePlan } from './flow.ts';
import type { PageOrder } from './in-page/compose.ts';
import type { FlowData, FolioTarget, IssuePart } from './in-page/held.ts';

/** The layout of a unit, as far as pages are numbered by it. Plain data. */
export interface UnitLayout {
  parts: IssuePart[];
  /** The flows of the parts, and the pages of each. */
  flows: Pick<FlowData, 'begins' | 'pages' | 'runsOn'>[];
  plans: PagePlan[][];
  /** The places of all ids. */
  targets: FolioTarget[];
  /** The ids whose folios are printed in the unit. */
  wanted: string[];
}

/** The pages of a unit, numbered. */
export interface UnitNumbers {
  /** The number of pages of the issue before its first, and its own number of pages, empty ones included. */
  before: number;
  count: number;
  /** The pages of each flow. */
  orders: PageOrder[][];
  /** The folio that precedes its first page, by the count of the printed document; 0 or less on uncounted pages. */
  preceding: number;
}

/** All pages of an issue in order, and the folio of everything that is referred to. */
export interface NumberedPages {
  units: UnitNumbers[];
  folios: Map<string, string>;
  /** Every page, from the cover on, with the id of what it belongs to. */
  list: { index: number; folio: string; of: string }[];
  /** The number of pages of the document, sheets and empty pages included. */
  count: number;
  /** The number of pages before the first that is counted. */
  uncounted: number;
}

/**
 * Numbers the pages of the units of an issue. `firstPage` is the folio of the first counted page. Right-hand pages are
 * odd: if `firstPage` is even, the empty page before the title page has it. `wanted` are the ids whose folios are asked
 * for; all are where it is missing.
 */
export function numberPages(
  layouts: readonly UnitLayout[],
  firstPage: number,
  wanted?: ReadonlySet<string>,
): NumberedPages {
  const list: NumberedPages['list'] = [];
  const units: UnitNumbers[] = [];
  const folios = new Map<string, string>();
  let count = 0;
  const uncounted = layouts.flatMap(({ parts }) => parts).findIndex(({ counted }) => counted);
  const even = firstPage % 2 === 0;
  const numberOf = (index: number) => index - uncounted + firstPage - (even ? 0 : 1);
  const folio = (index: number) => {
    if (index > uncounted) return String(numberOf(index));
    return even && index > 0 && index === uncounted ? String(firstPage) : '';
  };
  const add = (of: string) => {
    count++;
    list.push({ index: count, folio: folio(count), of });
  };
  for (const { parts, flows, plans, targets } of layouts) {
    const before = count;
    const orders: PageOrder[][] = flows.map(() => []);
    const sheets: number[] = [];
    for (const { flow, id } of parts) {
      const data = flows[flow];
      if (!data) {
        add(id);
        sheets.push(count);
        continue;
      }
      sheets.push(0);
      // A right-hand page has an odd number, because the first page is one.
      const blankBefore = data.begins === 'recto' && count % 2 === 1;
      if (blankBefore) add('blank');
      orders[flow] = (plans[flow] ?? []).map((plan, i): PageOrder => {
        add(id);
        const name = i === 0 ? data.pages.first : namedPageOf(plan, data);
        return { plan, name, index: count - before, blankBefore: blankBefore && i === 0 };
      });
    }
    for (const target of targets) {
      if (folios.has(target.id) || wanted?.has(target.id) === false) continue;
      const page = target.at === 'sheet' ? sheets[target.index] : pageOf(target, orders[target.flow] ?? []);
      const at = page === undefined ? 0 : target.at === 'sheet' ? page : before + page;
      folios.set(target.id, folio(at));
    }
    units.push({ before, count: count - before, orders, preceding: numberOf(before) });
  }
  return { units, folios, list, count, uncounted };
}

/**
 * The named page (CSS `page`) of a page that is not the first of its flow: the later pages of the article at its head,
 * or the opening page of an article that begins there.
 */
function namedPageOf({ columns }: PagePlan, { pages, runsOn }: UnitLayout['flows'][number]): string {
  const first = columns.find(({ from, to }) => to > from)?.from ?? columns[0]?.from ?? 0;
  const part = runsOn.findLast(({ row }) => row >= 0 && row <= first);
  if (!part) return pages.rest;
  return part.row === first ? part.pages.first : part.pages.rest;
}

/** The page of a target, counted from the first page of its unit. */
function pageOf({ at, index }: FolioTarget, orders: readonly PageOrder[]): number | undefined {
  const found = orders.find(({ plan }) => {
    if (at === 'row') return plan.columns.some(({ from, to }) => index >= from && index < to);
    if (at === 'note') return plan.notes.some(({ from, to }) => index >= from && index < to);
    return at === 'float' ? plan.floats.some(({ float }) => float === index) : true;
  });
  return found?.index;
}
