import { pushesOf, rowHeights } from '../column.ts';
import type { PagePlan } from '../flow.ts';
import { noteAreas, underOpening } from '../notes/spread-notes.ts';
import { alignBlocks, type ExpectedPlace } from './align-blocks.ts';
import { cutApart } from './cut.ts';
import type { FlowData, HeldFlow, HeldFlows } from './held.ts';
import { floatBox, inPx, makeElement, noteBox } from './page-parts.ts';
import { type CutPlans, planCuts } from './plan-cuts.ts';

/** One page as it will be composed. */
export interface PageOrder {
  plan: PagePlan;
  /** Its named page (CSS `page`). */
  name: string;
  /** Its number, counted from the first page of its unit, which is 1. */
  index: number;
  /** True if an empty page comes before it. */
  blankBefore: boolean;
}

/**
 * Composes all pages and moves every block to its planned place. `orders` are the pages of each flow. Returns the
 * number of blocks that are still not at their place.
 */
export function composePages(held: HeldFlows, orders: readonly (readonly PageOrder[])[]): { misplaced: number } {
  // All places are looked up first: the browser would lay out again for each look after a change.
  const plans = held.flows.map((flow, i) =>
    planCuts(flow, held.data[i] as FlowData, orders[i] as readonly PageOrder[]),
  );
  const expected = held.flows.flatMap((flow, i) =>
    composeFlow(flow, held.data[i] as FlowData, orders[i] as readonly PageOrder[], plans[i] as CutPlans),
  );
  return { misplaced: alignBlocks(expected) };
}

function composeFlow(flow: HeldFlow, data: FlowData, orders: readonly PageOrder[], plans: CutPlans): ExpectedPlace[] {
  const expected: ExpectedPlace[] = [];
  for (const head of plans.heads) {
    for (const { element, indent, boxed } of head) {
      element.style.textIndent = indent;
      element.classList.add(boxed ? 'at-head-boxed' : 'at-head');
    }
  }
  const place = document.createComment('pages');
  flow.main.before(place);
  // Taken out of the document, where the browser computes nothing at each change.
  flow.main.remove();
  flow.notes.remove();
  for (const box of [...flow.floats, ...flow.opening]) box.remove();
  const pages = document.createDocumentFragment();
  const parts: (DocumentFragment | undefined)[] = cutApart(flow.main, plans.cuts);
  const noteParts = cutApart(flow.notes, plans.noteCuts);
  const all = rowHeights(data.rows, data.frame.grid);
  for (const [index, order] of orders.entries()) {
    const { plan } = order;
    if (order.blankBefore) pages.append(makeElement('section', 'page blank', { page: 'plain' }));
    const page = makeElement('section', 'page', {
      page: order.name,
      width: inPx(data.area.width),
      height: inPx(data.area.height),
    });
    pages.append(page);
    const opening = index === 0 ? data.opening + underOpening(data, plan, all) : 0;
    if (index === 0) page.append(...flow.opening);
    const headFloats = makeElement('div', 'page-floats');
    const footFloats = makeElement('div', 'page-floats');
    let taken = 0;
    for (const { float, column, at } of plan.floats) {
      if (column >= 0) continue;
      taken += data.floats[float]?.height ?? 0;
      (at === 'head' ? headFloats : footFloats).append(floatBox(flow, data, float, at, plans));
    }
    if (index === 0 && opening > data.opening)
      page.append(makeElement('div', 'under-opening', { height: inPx(opening - data.opening) }));
    if (headFloats.hasChildNodes()) page.append(headFloats);
    const areas = noteAreas(data, plan, all, data.frame.height - opening - taken);
    const across = data.frame.notesAt === 'page' ? areas[0] : undefined;
    const height = data.frame.height - opening - taken - (across?.height ?? 0);
    const columns = makeElement('div', 'columns', {
      display: 'flex',
      height: inPx(Math.max(0, height)),
      'column-gap': inPx(data.columnGap),
    });
    page.append(columns);
    plan.columns.forEach(({ from, to }, c) => {
      const column = makeElement('div', 'column', {
        flex: `0 0 ${inPx(data.columnMeasure)}`,
        width: inPx(data.columnMeasure),
        display: 'flow-root',
      });
      columns.append(column);
      const own = data.frame.notesAt === 'column' ? areas[c] : undefined;
      let room = height - (own?.height ?? 0);
      for (const placed of plan.floats) {
        if (placed.column !== c) continue;
        room -= data.floats[placed.float]?.height ?? 0;
        if (placed.at === 'head') column.append(floatBox(flow, data, placed.float, 'head', plans));
      }
      const part = makeElement('div', 'part', { height: inPx(Math.max(0, room)), display: 'flow-root' });
      column.append(part);
      if (to > from) {
        const content = parts.shift();
        if (content) part.append(content);
        const pushes = pushesOf(all, plan.columns[c] as PagePlan['columns'][number]);
        for (let row = from; row < to; row++) {
          const at = data.rows[row];
          const first = data.rows[from];
          const held = flow.rows[row];
          if (!at || !first || !held || held.line > 0 || held.element.tagName === 'TR') continue;
          const pushed = pushes.reduce((sum, push) => sum + (row >= push.row ? push.by : 0), 0);
          expected.push({
            element: held.element,
            whole: held.line < 0,
            column: part,
            y: at.top - first.top + first.kept + first.head + pushed,
          });
        }
      }
      for (const placed of plan.floats)
        if (placed.column === c && placed.at === 'foot')
          column.append(floatBox(flow, data, placed.float, 'foot', plans));
      if (own && own.height > 0) column.append(noteBox(data, own, noteParts));
    });
    if (footFloats.hasChildNodes()) page.append(footFloats);
    if (across && across.height > 0) page.append(noteBox(data, across, noteParts));
  }
  place.replaceWith(pages);
  return expected;
}
