import { costs, hard, nearFoot } from './costs.ts';
import type { Row } from './flow.ts';

/**
 * The cost of beginning a column with a row, or a page; the rule that this would break; and the break that the style
 * asks for.
 */
export interface BreakCost {
  column: number;
  page: number;
  broken: keyof typeof hard | undefined;
  forced: 'column' | 'page' | undefined;
}

/**
 * The cost of a break before each row, and after the last one. Only of the break itself: how full columns are is
 * weighed elsewhere.
 */
export function breakCosts(rows: readonly Row[]): BreakCost[] {
  const all: BreakCost[] = [];
  let lines = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= rows.length; at++) {
    lines = rows[at - 1]?.kind === 'heading' ? 0 : lines + 1;
    all.push(costBefore(rows, at, lines));
  }
  return all;
}

const nothing: BreakCost = { column: 0, page: 0, broken: undefined, forced: undefined };

/** The cost of a break before a row; `lines` is the number of rows between it and the heading above. */
function costBefore(rows: readonly Row[], at: number, lines: number): BreakCost {
  const above = rows[at - 1];
  const below = rows[at];
  if (!above || !below) return nothing;
  const forced = below.before === 'page' || below.before === 'column' ? below.before : undefined;
  if (forced) return { ...nothing, forced };
  const broken = ruleBroken(lines, above, below);
  const extra = broken ? hard[broken] : 0;
  const soft = softCost(rows, at, lines, above, below);
  return {
    column: extra + soft + (above.hyphen ? costs.hyphenColumn : 0),
    page: extra + soft + (above.hyphen ? costs.hyphenPage : 0) + (below.divides === 'stanza' ? costs.stanzaPage : 0),
    broken,
    forced,
  };
}

function ruleBroken(lines: number, above: Row, below: Row): keyof typeof hard | undefined {
  if (lines < 2) return 'headingParted';
  if (above.block === below.block) {
    // A table's rows are lines of one block.
    if (below.line < Math.min(below.orphans, below.of) || below.of - below.line < below.widows)
      return 'paragraphParted';
  }
  return below.before === 'avoid' ? 'avoid' : undefined;
}

function softCost(rows: readonly Row[], at: number, lines: number, above: Row, below: Row): number {
  let cost = 0;
  if (lines < nearFoot) cost += costs.headingNearFoot;
  if (below.divides) cost += below.divides === 'stanza' ? costs.stanzaSplit : costs.entrySplit;
  if (above.block === below.block) {
    if (below.kind === 'table') cost += costs.tableSplit;
    const last = rows[at + below.of - below.line - 1];
    if (below.of - below.line === 2 && last && last.width < 0.33) cost += costs.shortWidow;
  } else {
    if (above.colon) cost += costs.colonAtFoot;
    if (interrupts(above)) cost += costs.interruptionAtEdge;
    if (interrupts(below)) cost += costs.interruptionAtEdge;
  }
  return cost;
}

function interrupts({ kind }: Row): boolean {
  return kind === 'quote' || kind === 'box' || kind === 'picture';
}
