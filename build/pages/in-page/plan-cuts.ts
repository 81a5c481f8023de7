import { fixTableWidths } from '../../lines/in-page/fix-table-widths.ts';
import type { PageOrder } from './compose.ts';
import { cutBefore, type FlowCut } from './cut.ts';
import type { FlowData, HeldFlow, HeldRow } from './held.ts';
import { isBoxed } from './looks.ts';
import { innermost } from './measure.ts';

/** The cuts of a flow, and what was measured for them before anything is moved. */
export interface CutPlans {
  cuts: FlowCut[];
  noteCuts: FlowCut[];
  /** The computed indents of the elements that begin columns, and whether their padding is seen. */
  heads: { element: HTMLElement; indent: string; boxed: boolean }[][];
  /** The heights of the floats, without their white; px. */
  floatHeights: number[];
}

/** The rows that begin a part: the first of each column that is not empty. */
function starts(orders: readonly PageOrder[]): number[] {
  return orders.flatMap(({ plan }) => plan.columns.filter(({ from, to }) => to > from).map(({ from }) => from));
}

function noteStarts(orders: readonly PageOrder[]): number[] {
  return orders.flatMap(({ plan }) => plan.notes.flatMap(({ columns }) => columns.map(({ from }) => from)));
}

/** Plans the cuts of a flow at the beginnings of columns. */
export function planCuts(flow: HeldFlow, data: FlowData, orders: readonly PageOrder[]): CutPlans {
  const origin = flow.main.getBoundingClientRect().top;
  const rows = starts(orders);
  const all = rows.map((row) => cutBefore(flow.rows[row] as HeldRow, flow.main, origin + (data.rows[row]?.top ?? 0)));
  for (const { through } of all)
    for (const element of through) if (element instanceof HTMLTableElement) fixTableWidths([element]);
  const heads = all.map(({ begins }, i) => {
    const whole = (flow.rows[rows[i] as number] as HeldRow).line < 0;
    const head: CutPlans['heads'][number] = [];
    for (const [k, element] of begins.entries()) {
      const css = getComputedStyle(element);
      const boxed = (whole && k === begins.length - 1) || isBoxed(css);
      head.push({ element, indent: css.textIndent, boxed });
      if (boxed) break;
    }
    return head;
  });
  const noteOrigin = flow.notes.getBoundingClientRect().top;
  const noteCuts = noteStarts(orders).map((row) =>
    cutBefore(flow.noteRows[row] as HeldRow, flow.notes, noteOrigin + (data.notes[row]?.top ?? 0)),
  );
  return {
    cuts: all,
    noteCuts,
    heads,
    floatHeights: flow.floats.map((box) => innermost(box).getBoundingClientRect().height),
  };
}
