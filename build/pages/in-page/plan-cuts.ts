import type { PageOrder } from './compose.ts';
import { type Cut, cutBefore, fixColumns } from './cut.ts';
import type { FlowData, HeldFlow, HeldRow } from './held.ts';
import { isBoxed } from './looks.ts';
import { innermost } from './measure.ts';

export interface Plans {
  cuts: Cut[];
  noteCuts: Cut[];
  /** Computed indents of what begins columns; and whether its padding is to be seen. */
  heads: { element: HTMLElement; indent: string; boxed: boolean }[][];
  floats: number[];
}

/** The rows that begin a part: the first of each column that has any. */
function starts(orders: readonly PageOrder[]): number[] {
  return orders.flatMap(({ plan }) => plan.columns.filter(({ from, to }) => to > from).map(({ from }) => from));
}

function noteStarts(orders: readonly PageOrder[]): number[] {
  return orders.flatMap(({ plan }) => plan.notes.flatMap(({ columns }) => columns.map(({ from }) => from)));
}

export function planCuts(flow: HeldFlow, data: FlowData, orders: readonly PageOrder[]): Plans {
  const origin = flow.main.getBoundingClientRect().top;
  const rows = starts(orders);
  const all = rows.map((row) => cutBefore(flow.rows[row] as HeldRow, flow.main, origin + (data.rows[row]?.top ?? 0)));
  for (const { through } of all)
    for (const element of through) if (element instanceof HTMLTableElement) fixColumns(element);
  const heads = all.map(({ begins }, i) => {
    const whole = (flow.rows[rows[i] as number] as HeldRow).line < 0;
    const head: Plans['heads'][number] = [];
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
    floats: flow.floats.map((box) => innermost(box).getBoundingClientRect().height),
  };
}
