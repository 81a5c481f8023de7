import { rowsOn } from '../column.ts';
import type { PagePlan } from '../flow.ts';
import { type Cut, cutApart, cutBefore, fixColumns } from './cut.ts';
import type { FlowData, Held, HeldFlow, HeldRow } from './held.ts';
import { innermost } from './measure.ts';
import { isBoxed } from './rows.ts';

/** One page as it is to be composed. */
export interface PageOrder {
  plan: PagePlan;
  /** Its named page. */
  name: string;
  /** Count of pages from the first sheet on, and what the reader sees. */
  index: number;
  folio: string;
  /** Whether an empty page comes before it. */
  blankBefore: boolean;
}

/** Where a block should begin, for the page to be as it was reckoned. */
interface Expected {
  element: HTMLElement;
  /** Whether the row is all of the element, its padding included. */
  whole: boolean;
  column: HTMLElement;
  /** Below the column’s head; px. */
  y: number;
}

/** Composes all pages, and sees to it that everything stands where it was reckoned to. `json` is a list of pages for each flow. */
export function composePages(held: Held, json: string): string {
  const orders = JSON.parse(json) as PageOrder[][];
  // All places are looked up first: looking between changes would lay out the document each time.
  const plans = held.flows.map((flow, i) => planCuts(flow, held.data[i] as FlowData, orders[i] as PageOrder[]));
  const expected = held.flows.flatMap((flow, i) =>
    composeFlow(flow, held.data[i] as FlowData, orders[i] as PageOrder[], plans[i] as Plans),
  );
  return JSON.stringify({ moved: settle(expected) });
}

interface Plans {
  cuts: Cut[];
  noteCuts: Cut[];
  /** Computed indents of what begins columns; and whether its padding is to be seen. */
  heads: { element: HTMLElement; indent: string; boxed: boolean }[][];
  floats: number[];
}

/** The rows that begin a part: the first of each column that has any. */
export function starts(orders: readonly PageOrder[]): number[] {
  return orders.flatMap(({ plan }) => plan.columns.filter(({ from, to }) => to > from).map(({ from }) => from));
}

export function noteStarts(orders: readonly PageOrder[]): number[] {
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

export function composeFlow(flow: HeldFlow, data: FlowData, orders: readonly PageOrder[], plans: Plans): Expected[] {
  const expected: Expected[] = [];
  for (const head of plans.heads) {
    for (const { element, indent, boxed } of head) {
      element.style.textIndent = indent;
      element.classList.add(boxed ? 'at-head-boxed' : 'at-head');
    }
  }
  const place = document.createComment('pages');
  flow.main.before(place);
  // Out of the document, where nothing has to be reckoned anew at each change.
  flow.main.remove();
  flow.notes.remove();
  for (const box of [...flow.floats, ...flow.opening]) box.remove();
  const pages = document.createDocumentFragment();
  const parts: (DocumentFragment | undefined)[] = cutApart(flow.main, plans.cuts);
  const noteParts = cutApart(flow.notes, plans.noteCuts);
  const all = rowsOn(data.rows, data.frame.grid);
  for (const [index, order] of orders.entries()) {
    const { plan } = order;
    if (order.blankBefore) pages.append(make('section', 'page blank', { page: 'plain' }));
    const page = make('section', 'page', {
      page: order.name,
      width: inPx(data.area.width),
      height: inPx(data.area.height),
    });
    page.dataset.page = String(order.index);
    page.dataset.folio = order.folio;
    page.dataset.flow = data.name;
    pages.append(page);
    const opening = index === 0 ? data.opening : 0;
    if (index === 0) page.append(...flow.opening);
    const noteHeight = plan.notes.reduce((sum, area) => Math.max(sum, areaHeight(data, area)), 0);
    const headFloats = make('div', 'page-floats');
    const footFloats = make('div', 'page-floats');
    let taken = 0;
    for (const { float, column, at } of plan.floats) {
      if (column >= 0) continue;
      taken += data.floats[float]?.height ?? 0;
      (at === 'head' ? headFloats : footFloats).append(floatBox(flow, data, float, at, plans));
    }
    if (headFloats.hasChildNodes()) page.append(headFloats);
    const height = data.frame.height - opening - taken - (data.frame.notesAt === 'page' ? noteHeight : 0);
    const columns = make('div', 'columns', {
      display: 'flex',
      height: inPx(Math.max(0, height)),
      'column-gap': inPx(data.columnGap),
    });
    page.append(columns);
    plan.columns.forEach(({ from, to }, c) => {
      const column = make('div', 'column', {
        flex: `0 0 ${inPx(data.columnMeasure)}`,
        width: inPx(data.columnMeasure),
        display: 'flow-root',
      });
      columns.append(column);
      const ownNotes = data.frame.notesAt === 'column' ? plan.notes[c] : undefined;
      const ownHeight = ownNotes ? areaHeight(data, ownNotes) : 0;
      let room = height - ownHeight;
      for (const placed of plan.floats) {
        if (placed.column !== c) continue;
        room -= data.floats[placed.float]?.height ?? 0;
        if (placed.at === 'head') column.append(floatBox(flow, data, placed.float, 'head', plans));
      }
      const part = make('div', 'part', { height: inPx(Math.max(0, room)), display: 'flow-root' });
      column.append(part);
      if (to > from) {
        const content = parts.shift();
        if (content) part.append(content);
        for (let row = from; row < to; row++) {
          const at = data.rows[row];
          const first = data.rows[from];
          const held = flow.rows[row];
          if (!at || !first || !held || held.line > 0 || held.element.tagName === 'TR') continue;
          const pushed = row >= (all.pushAt[from] as number) ? (all.push[from] as number) : 0;
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
      if (ownNotes && ownNotes.to > ownNotes.from) column.append(noteBox(data, ownNotes, noteParts));
    });
    if (footFloats.hasChildNodes()) page.append(footFloats);
    const area = data.frame.notesAt === 'page' ? plan.notes[0] : undefined;
    if (area && area.to > area.from) page.append(noteBox(data, area, noteParts));
  }
  place.replaceWith(pages);
  return expected;
}

export function areaHeight(data: FlowData, { from, to, columns }: PagePlan['notes'][number]): number {
  if (to <= from) return 0;
  const head = (data.notes[from]?.line ?? 0) > 0 ? data.frame.noteHeadContinued : data.frame.noteHead;
  return (
    head +
    Math.max(...columns.map((column) => (data.notes[column.to - 1]?.bottom ?? 0) - (data.notes[column.from]?.top ?? 0)))
  );
}

/** Notes at the foot, in their columns. */
export function noteBox(
  data: FlowData,
  { from, columns }: PagePlan['notes'][number],
  parts: (DocumentFragment | undefined)[],
): HTMLElement {
  const continued = (data.notes[from]?.line ?? 0) > 0;
  const box = make('div', `page-notes notes${continued ? ' continued' : ''}`);
  const inside = make('div', 'note-columns', { display: 'flex', 'column-gap': inPx(data.noteGap) });
  box.append(inside);
  for (const _ of columns) {
    const column = make('div', 'note-column', {
      flex: `0 0 ${inPx(data.noteMeasure)}`,
      width: inPx(data.noteMeasure),
      display: 'flow-root',
    });
    const part = parts.shift();
    if (part) column.append(part);
    inside.append(column);
  }
  return box;
}

export function floatBox(
  flow: HeldFlow,
  data: FlowData,
  index: number,
  at: 'head' | 'foot',
  plans: Plans,
): HTMLElement {
  const box = flow.floats[index] as HTMLElement;
  const height = data.floats[index]?.height ?? 0;
  const element = innermost(box);
  box.style.height = inPx(height);
  box.style.display = 'flow-root';
  element.style.marginTop = at === 'head' ? '0' : inPx(Math.max(0, height - (plans.floats[index] ?? 0)));
  element.style.marginBottom = '0';
  return box;
}

export function make(tag: string, className: string, style: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  return element;
}

export function inPx(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`;
}

/**
 * Moves what does not stand where it was reckoned to: the white above a block depends on what it follows, and a column can begin off the grid. Returns
 * how many blocks still do not stand there.
 */
export function settle(expected: readonly Expected[]): number {
  for (let pass = 0; ; pass++) {
    const off = expected.map((one) => ({ ...one, by: one.y - topOf(one) })).filter(({ by }) => Math.abs(by) > 0.3);
    if (off.length === 0 || pass === 3) return off.length;
    const shifted = new Map<HTMLElement, number>();
    const moves: { element: HTMLElement; gap: number }[] = [];
    for (const { element, column, by } of off) {
      // What was moved above moves this one along.
      const rest = by - (shifted.get(column) ?? 0);
      if (Math.abs(rest) <= 0.3) continue;
      const outer = outermost(element, column);
      const previous = outer.previousElementSibling;
      const above =
        previous && !previous.classList.contains('cut-mark')
          ? previous.getBoundingClientRect().bottom
          : (outer.parentElement as Element).getBoundingClientRect().top;
      moves.push({ element: outer, gap: outer.getBoundingClientRect().top - above + rest });
      shifted.set(column, (shifted.get(column) ?? 0) + rest);
    }
    for (const { element, gap } of moves) {
      if (element.previousElementSibling instanceof HTMLElement) noMarginBelow(element.previousElementSibling);
      for (let inner = element.firstElementChild; inner instanceof HTMLElement; inner = inner.firstElementChild)
        inner.style.marginTop = '0';
      element.style.setProperty('margin-top', inPx(gap), 'important');
    }
  }
}

export function topOf({ element, whole, column }: Expected): number {
  const css = getComputedStyle(element);
  const inner = whole ? 0 : Number.parseFloat(css.borderTopWidth) + Number.parseFloat(css.paddingTop);
  return element.getBoundingClientRect().top + inner - column.getBoundingClientRect().top;
}

/** The outermost element that begins with an element, in a column. */
export function outermost(element: HTMLElement, column: HTMLElement): HTMLElement {
  let outer = element;
  while (outer.parentElement && outer.parentElement !== column && outer.parentElement.firstElementChild === outer)
    outer = outer.parentElement;
  return outer;
}

export function noMarginBelow(element: HTMLElement): void {
  for (let inner: Element | null = element; inner instanceof HTMLElement; inner = inner.lastElementChild)
    inner.style.marginBottom = '0';
}
