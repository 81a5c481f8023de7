import type { Glyph, PaintedPage } from './painted-glyphs.ts';

/** A column of text: its edges, in points from the left of the page. */
export interface ColumnEdges {
  left: number;
  right: number;
}

/** The columns of right-hand and left-hand pages, whose margins differ. */
export type Columns = readonly [even: readonly ColumnEdges[], odd: readonly ColumnEdges[]];

/** Points; what is narrower is not a gutter. */
const leastGutter = 5;
/** A gutter has so small a share of the letters of other places: a few lines go over all columns. */
const gutterShare = 0.12;

/** Finds the columns in which glyphs stand: between them are strips with hardly any. `isMeant` chooses the glyphs. */
export function findColumns(pages: readonly PaintedPage[], isMeant: (glyph: Glyph) => boolean): Columns {
  const of = (parity: number) =>
    columnsOf(pages.filter(({ number }) => number % 2 === parity).flatMap(({ glyphs }) => glyphs.filter(isMeant)));
  return [of(0), of(1)];
}

function columnsOf(glyphs: readonly Glyph[]): ColumnEdges[] {
  const letters = glyphs.filter(({ text, width }) => text.trim() !== '' && width > 0);
  if (letters.length === 0) return [];
  const step = 0.5;
  const counts: number[] = [];
  for (const { x, width } of letters)
    for (let at = Math.max(0, Math.round(x / step)); at * step < x + width; at++) counts[at] = (counts[at] ?? 0) + 1;
  const all = Array.from(counts, (count) => count ?? 0);
  const covered = all.filter((count) => count > 0).sort((a, b) => a - b);
  const usual = covered[Math.floor(covered.length / 2)] ?? 0;
  const isThick = all.map((count) => count > gutterShare * usual);
  const columns: ColumnEdges[] = [];
  for (const [at, thick] of isThick.entries()) {
    if (!thick) continue;
    const last = columns.at(-1);
    if (last && at * step - last.right < leastGutter) last.right = (at + 1) * step;
    else columns.push({ left: at * step, right: (at + 1) * step });
  }
  return columns.filter(({ left, right }) => right - left > 40);
}

/** Points; what hangs or is set a little wider still belongs to a column. */
const mostBeside = 12;

/** The number of the column whose edges are nearest to a place, from 0; -1 if none is near. */
export function columnAt(columns: readonly ColumnEdges[], x: number): number {
  let best = -1;
  let least = mostBeside;
  for (const [i, { left, right }] of columns.entries()) {
    const distance = x < left ? left - x : x > right ? x - right : 0;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}
