import { breakPages } from './break-pages.ts';
import { costs } from './costs.ts';
import type { Flow, Frame, NoteRow, PagePlan, Row } from './flow.ts';

/** Looks for the lengths that a block can have: by one line more, or one fewer. */
export type Lengths = (block: number) => number[];

/** What an odd length costs: a paragraph that is not set at its best. */
const oddLength = 1;
/** Pages that cost less than this, beyond what every page does, are good enough. */
const goodEnough = 4;
/** So many paragraphs are tried for a page; those with the most lines give way most easily. */
const mostTried = 4;

/**
 * For pages that could not be broken well: which paragraphs should be a line longer or shorter. It is tried on the page and the one before it, between
 * breaks that stay, so that what is mended here spoils nothing there. Pure.
 */
export function mendPages(flow: Flow, frame: Frame, pages: readonly PagePlan[], lengths: Lengths): Map<number, number> {
  const chosen = new Map<number, number>();
  for (let i = 0; i < pages.length; i++) {
    const page = pages[i] as PagePlan;
    if (page.cost - costs.page < goodEnough) continue;
    const from = Math.max(0, i - 1);
    const window = windowOf(flow, pages, from, i);
    if (window.rows.some(({ block }) => chosen.has(block))) continue;
    const before = costOf(breakPages(window, frame));
    let best = before - oddLength;
    let found: [number, number] | undefined;
    for (const block of blocksOf(window)) {
      for (const by of lengths(block)) {
        const after = costOf(breakPages(withLines(window, block, by, frame.grid), frame));
        if (after < best) {
          best = after;
          found = [block, by];
        }
      }
    }
    if (found) chosen.set(...found);
  }
  return chosen;
}

function costOf(pages: readonly PagePlan[]): number {
  return pages.length === 0 ? Number.POSITIVE_INFINITY : pages.reduce((sum, { cost }) => sum + cost, 0);
}

/** The paragraphs that are whole in a window and have lines to give. */
function blocksOf({ rows }: Flow): number[] {
  const lines = new Map<number, number>();
  for (const { block, of, kind } of rows) if (kind === 'text' && of >= 4) lines.set(block, of);
  return [...lines]
    .filter(([block, of]) => rows.filter((row) => row.block === block).length === of)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, mostTried)
    .map(([block]) => block);
}

/** What stands on some pages, as a flow of its own. */
function windowOf(flow: Flow, pages: readonly PagePlan[], first: number, last: number): Flow {
  const rowFrom = pages[first]?.columns[0]?.from ?? 0;
  const rowTo = pages[last]?.columns.at(-1)?.to ?? 0;
  const noteFrom = pages[first]?.notes[0]?.from ?? 0;
  const noteTo = pages[last]?.notes.at(-1)?.to ?? 0;
  const notes = flow.notes.slice(noteFrom, noteTo);
  const base = notes[0]?.note ?? 0;
  const placed = pages.slice(first, last + 1).flatMap(({ floats }) => floats.map(({ float }) => float));
  const runsOn = (notes[0]?.line ?? 0) > 0 ? 1 : 0;
  return {
    rows: flow.rows.slice(rowFrom, rowTo),
    notes: notes.map((row): NoteRow => ({ ...row, note: row.note - base })),
    floats: placed
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const float = flow.floats[index];
        return float ? [{ ...float, anchor: Math.max(-1, float.anchor - rowFrom) }] : [];
      }),
    opening: first === 0 ? flow.opening : 0,
    openingCalls: first === 0 ? flow.openingCalls : runsOn,
    continues: rowTo < flow.rows.length,
  };
}

/** The flow with a line more in a block, or one fewer. Calls stay in their lines as far as that can be known before it is set. */
function withLines(flow: Flow, block: number, by: number, grid: number): Flow {
  const last = flow.rows.findLastIndex((row) => row.block === block);
  const shift = (row: Row, delta: number): Row => ({ ...row, top: row.top + delta, bottom: row.bottom + delta });
  const rows = flow.rows.map((row) => (row.block === block ? { ...row, of: row.of + by } : row));
  const end = rows[last] as Row;
  const height = end.bottom - end.top || grid;
  if (by > 0) {
    const more = shift({ ...end, line: end.line + 1, calls: 0 }, height);
    return {
      ...flow,
      rows: [...rows.slice(0, last + 1), more, ...rows.slice(last + 1).map((row) => shift(row, height))],
    };
  }
  const above = rows[last - 1] as Row;
  rows[last - 1] = { ...above, calls: above.calls + end.calls, width: end.width, colon: end.colon };
  return { ...flow, rows: [...rows.slice(0, last), ...rows.slice(last + 1).map((row) => shift(row, -height))] };
}
