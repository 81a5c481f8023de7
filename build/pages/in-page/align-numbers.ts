/** The white that a cell of a column of numbers needs on each side, for its number to stand under the others; em. */
export interface NumberRoom {
  cell: HTMLElement;
  left: number;
  right: number;
}

/**
 * Measures the numbers in all columns of numbers, on both sides of the place that stands under those of the others: the
 * decimal sign, or the end of the whole. Changes nothing.
 */
export function measureNumbers(): NumberRoom[] {
  const columns = new Map<string, { cell: HTMLElement; left: number; right: number }[]>();
  const range = document.createRange();
  const tables = new Map<Element | null, number>();
  for (const cell of document.querySelectorAll<HTMLElement>('td[data-point], th[data-point]')) {
    const table = cell.closest('table');
    const number = tables.get(table) ?? tables.size;
    tables.set(table, number);
    const key = `${number} ${cell.dataset.column}`;
    const point = placeIn(cell, Number(cell.dataset.point));
    const width = (part: 'before' | 'after') => {
      range.selectNodeContents(cell);
      if (point && part === 'before') range.setEnd(point.node, point.offset);
      if (point && part === 'after') range.setStart(point.node, point.offset);
      return point || part === 'before' ? range.getBoundingClientRect().width : 0;
    };
    columns.set(key, [...(columns.get(key) ?? []), { cell, left: width('before'), right: width('after') }]);
  }
  return [...columns.values()].flatMap((cells) => {
    const most = (side: 'left' | 'right') => cells.reduce((widest, one) => Math.max(widest, one[side]), 0);
    const [left, right] = [most('left'), most('right')];
    return cells.map((one) => {
      const { textAlign, fontSize } = getComputedStyle(one.cell);
      const em = Number.parseFloat(fontSize);
      return {
        cell: one.cell,
        left: /^(right|end)$/.test(textAlign) ? 0 : roomOf(left - one.left, em),
        right: /^(left|start)$/.test(textAlign) ? 0 : roomOf(right - one.right, em),
      };
    });
  });
}

/** A room of `px` in em, less what the browser may round it up by: the number itself would no longer fit. */
function roomOf(px: number, em: number): number {
  return Math.max(0, px - 1 / 64) / em;
}

/** Gives the cells of columns of numbers their white. */
export function padNumbers(rooms: readonly NumberRoom[]): void {
  for (const { cell, left, right } of rooms) {
    if (left > 0.001) cell.style.setProperty('--room-left', `${left.toFixed(4)}em`);
    if (right > 0.001) cell.style.setProperty('--room-right', `${right.toFixed(4)}em`);
  }
}

/** The place of a character in a cell, counted as its point is: without calls. Undefined behind all. */
function placeIn(cell: Element, point: number): { node: Text; offset: number } | undefined {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let from = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('.call')) {
      if (from >= point) return { node, offset: 0 };
      continue;
    }
    if (point < from + node.length) return { node, offset: point - from };
    from += node.length;
  }
  return undefined;
}
