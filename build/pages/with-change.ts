import type { Flow, MovedRows, Row } from './flow.ts';

/** The lines of a changed block: how many more it has, or fewer if below 0, and which of them end in hyphens. */
export interface ChangedLines {
  by: number;
  hyphens: readonly boolean[];
}

/**
 * A copy of a flow in which a block is changed. Calls stay in their lines, as far as this can be known before the block
 * is set. The rows below it are those of the flow: {@link Flow.moved} says where they are.
 */
export function withChange(flow: Flow, block: number, { by, hyphens }: ChangedLines, grid: number): Flow {
  const end = flow.rows.findLastIndex((row) => row.block === block) + 1;
  let first = end;
  while (flow.rows[first - 1]?.block === block) first--;
  const last = flow.rows[end - 1] as Row;
  const height = (last.bottom - last.top || grid) * Math.sign(by);
  const own = flow.rows.slice(first, end).map((row) => ({ ...row, of: row.of + by }));
  if (by > 0) {
    const moved = { top: last.top + height, bottom: last.bottom + height };
    own.push({ ...last, ...moved, line: last.line + 1, of: last.of + by, calls: 0 });
    Object.assign(own.at(-2) as Row, { width: 1, colon: false });
  } else if (by < 0) {
    own.pop();
    const above = own.at(-1) as Row;
    Object.assign(above, { calls: above.calls + last.calls, width: last.width, colon: last.colon });
  }
  for (const row of own) row.hyphen = hyphens[row.line] ?? row.hyphen;
  const rows = [...flow.rows.slice(0, first), ...own, ...flow.rows.slice(end)];
  if (by === 0) return { ...flow, rows };
  const floats = flow.floats.map(({ anchor, until, ...float }) => ({
    ...float,
    anchor: anchor >= end - 1 ? anchor + by : anchor,
    ...(until === undefined ? {} : { until: until >= end ? until + by : until }),
  }));
  return { ...flow, rows, floats, moved: [...(flow.moved ?? []), { below: block, by: height }] };
}

/** A copy of a flow in which each row says where it is. */
export function withRowsMoved({ moved = [], ...flow }: Flow): Flow {
  const rows = flow.rows.map((row) => {
    const by = movedBy(row.block, moved);
    return by === 0 ? row : { ...row, top: row.top + by, bottom: row.bottom + by };
  });
  return { ...flow, rows };
}

/** The distance by which the rows of a block are lower than they say; px. */
export function movedBy(block: number, moved: readonly MovedRows[]): number {
  let sum = 0;
  for (const { below, by } of moved) if (block > below) sum += by;
  return sum;
}
