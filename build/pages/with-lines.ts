import type { Flow, Row } from './flow.ts';

/** A copy of a flow in which a block’s lines end in hyphens as `hyphens` says. */
export function withHyphens(flow: Flow, block: number, hyphens: readonly boolean[]): Flow {
  const rows = flow.rows.map((row) =>
    row.block === block ? { ...row, hyphen: hyphens[row.line] ?? row.hyphen } : row,
  );
  return { ...flow, rows };
}

/**
 * A copy of a flow in which a block has a line more, or one fewer. Calls stay in their lines, as far as this can be
 * known before the block is set.
 */
export function withLines(flow: Flow, block: number, by: number, grid: number): Flow {
  if (by === 0) return flow;
  const last = flow.rows.findLastIndex((row) => row.block === block);
  const end = flow.rows[last] as Row;
  const height = (end.bottom - end.top || grid) * Math.sign(by);
  const shift = (row: Row): Row => ({ ...row, top: row.top + height, bottom: row.bottom + height });
  const before = flow.rows.slice(0, last).map((row) => (row.block === block ? { ...row, of: row.of + by } : row));
  const after = flow.rows.slice(last + 1).map(shift);
  const floats = flow.floats.map(({ anchor, until, ...float }) => ({
    ...float,
    anchor: anchor >= last ? anchor + by : anchor,
    ...(until === undefined ? {} : { until: until > last ? until + by : until }),
  }));
  if (by > 0) {
    const more = { ...shift(end), line: end.line + 1, of: end.of + 1, calls: 0 };
    return { ...flow, floats, rows: [...before, { ...end, of: end.of + 1, width: 1, colon: false }, more, ...after] };
  }
  const above = before.pop() as Row;
  const joined = { ...above, calls: above.calls + end.calls, width: end.width, colon: end.colon };
  return { ...flow, floats, rows: [...before, joined, ...after] };
}
