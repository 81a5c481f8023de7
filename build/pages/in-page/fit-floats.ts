import { fixTableWidths } from '../../lines/in-page/fix-table-widths.ts';
import { continuedHeight } from './continue-tables.ts';
import { cutApart, cutBefore } from './cut.ts';
import { type Divisions, fillPlace, narrowTable } from './fit-tables.ts';
import type { FlowData, HeldFlow } from './held.ts';
import { innermost } from './measure.ts';
import { divideTallRows } from './tall-rows.ts';

/**
 * Fits floats to their pages. A table too wide for its column spans all columns; a picture too high is drawn smaller; a
 * table that spans all columns and is too high is divided. In a column, a table as high as a page, and everything in
 * which a note is called, goes back to its place in the text.
 */
export function fitFloats(flow: HeldFlow, data: FlowData, divisions: Divisions): void {
  const most = data.frame.height * 0.85;
  const markers: Comment[] = [];
  const walker = document.createTreeWalker(flow.main, NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Comment).data === 'float') markers.push(node as Comment);
  }
  for (let i = flow.floats.length - 1; i >= 0; i--) {
    const box = flow.floats[i] as HTMLElement;
    const float = data.floats[i] as FlowData['floats'][number];
    widen(box, float, data, divisions);
    const height = box.getBoundingClientRect().height;
    const image = box.querySelector('img');
    if (image) {
      const rest = height - image.getBoundingClientRect().height;
      if (height > most) image.style.maxHeight = `${Math.max(data.frame.grid, most - rest)}px`;
    }
    const table = box.querySelector('table');
    if (
      table &&
      float.spans &&
      height > most &&
      getComputedStyle(table).columnSpan !== 'all' &&
      getComputedStyle(innermost(box)).columnSpan !== 'all'
    ) {
      // Only its words made it wide, and it is higher than a page.
      table.classList.add('set-anywhere');
      box.style.width = `${data.columnMeasure}px`;
      float.spans = false;
    }
    if (table) divideTallRows(table, data.frame.height * 0.7);
    if (table && float.spans && height > most) divide(box, table, i, flow, data, markers[i]);
    // Notes keep their order only if their calls keep their places.
    if (!float.spans && (float.calls > 0 || (!image && height > most))) {
      markers[i]?.replaceWith(innermost(box));
      box.remove();
      flow.floats.splice(i, 1);
      data.floats.splice(i, 1);
    }
  }
}

/**
 * Makes a table that is too wide for its column span all columns, and narrows one that is too wide for the page. One
 * that spans them only because it has many columns stays in its own, if it is small.
 */
function widen(box: HTMLElement, float: FlowData['floats'][number], data: FlowData, divisions: Divisions): void {
  const table = box.querySelector('table');
  if (!table) return;
  const isTooWide = () => table.getBoundingClientRect().width > box.getBoundingClientRect().width + 0.5;
  const isWide = innermost(box).matches('.wide') || table.matches('.wide');
  if (float.spans && !isWide && table.getBoundingClientRect().width <= data.columnMeasure) {
    float.spans = false;
    box.style.width = `${data.columnMeasure}px`;
  }
  if (!float.spans && isTooWide()) {
    float.spans = true;
    box.style.width = `${data.measure}px`;
  }
  narrowTable(table, isTooWide, divisions);
  fillPlace(table, box.getBoundingClientRect().width);
}

/** Divides a table that spans all columns and is higher than a page into several floats, each with the table’s head. */
function divide(
  box: HTMLElement,
  table: HTMLTableElement,
  index: number,
  flow: HeldFlow,
  data: FlowData,
  marker: Comment | undefined,
): void {
  const head = table.tHead?.getBoundingClientRect().height ?? 0;
  const most = data.frame.height * 0.8;
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tbody > tr')];
  const starts: HTMLElement[] = [];
  let from = box.getBoundingClientRect().top;
  for (const row of rows.slice(1)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom - from <= most) continue;
    starts.push(row);
    from = top - head - continuedHeight(table);
  }
  fixTableWidths([table]);
  const cuts = starts.map((element) => cutBefore({ element, line: -1, pinned: true }, box, 0));
  const parts = cutApart(box, cuts).map((content) => {
    const part = box.cloneNode(false) as HTMLElement;
    part.append(content);
    return part;
  });
  // Each part is a figure of its own, with white around it.
  for (const part of [box, ...parts]) innermost(part).classList.remove('cut-above', 'cut-below');
  box.after(...parts);
  for (const _ of parts) marker?.after(document.createComment('float'));
  const float = data.floats[index] as FlowData['floats'][number];
  float.part = parts.length > 0;
  flow.floats.splice(index + 1, 0, ...parts);
  data.floats.splice(index + 1, 0, ...parts.map(() => ({ ...float })));
}
