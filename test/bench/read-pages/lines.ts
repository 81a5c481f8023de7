import { type ColumnEdges, columnAt } from './columns.ts';
import { type Kind, kindOf, type TextFaces } from './faces-of-text.ts';
import type { Glyph, PaintedPage } from './painted-glyphs.ts';

/** A line of a column, as it is painted. */
export interface Line {
  page: number;
  column: number;
  kind: Kind;
  left: number;
  right: number;
  /** The baseline, in points from the foot of the page. */
  y: number;
  /** The size of most of its letters. */
  size: number;
  text: string;
  /** The white between its words, in points. */
  gaps: number[];
}

/** True if a line ends within a word, or after the hyphen of a compound. */
export function isDivided(text: string | undefined): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(text ?? '');
}

/** Points; glyphs whose baselines differ less stand in one line. */
const sameLine = 0.8;

/** The lines of a page, column by column from the head to the foot. Those that go over several columns are of the kind `other` in each. */
export function linesOf(page: PaintedPage, columns: readonly ColumnEdges[], faces: TextFaces): Line[] {
  const wide = wideBaselines(page.glyphs, columns);
  const isWide = ({ kind, y }: Line) => kind !== 'title' && wide.some((one) => Math.abs(one - y) < sameLine);
  return columns.flatMap((_, column) => {
    const glyphs = page.glyphs.filter(({ x, width }) => columnAt(columns, x + width / 2) === column);
    return joinRaised(rowsOf(glyphs))
      .map((row) => lineOf(row, page.number, column, faces))
      .filter(({ text }) => text !== '')
      .map((line) => (isWide(line) ? { ...line, kind: 'other' as const } : line))
      .sort((a, b) => b.y - a.y);
  });
}

/** The baselines of lines that go over several columns, such as those of an abstract: most of the gutter is filled. */
function wideBaselines(glyphs: readonly Glyph[], columns: readonly ColumnEdges[]): number[] {
  return columns.slice(1).flatMap(({ left: to }, i) => {
    const from = columns[i]?.right ?? to;
    const between = glyphs.filter(({ x, width, text }) => x < to && x + width > from && text.trim() !== '');
    return rowsOf(between)
      .filter((row) => widestFree(row, from, to) < 0.5 * (to - from))
      .map(([first]) => first?.y ?? 0);
  });
}

/** The widest place without a glyph between two others. */
function widestFree(row: readonly Glyph[], from: number, to: number): number {
  let end = from;
  let widest = 0;
  for (const { x, width } of [...row].sort((a, b) => a.x - b.x)) {
    widest = Math.max(widest, x - end);
    end = Math.max(end, x + width);
  }
  return Math.max(widest, to - end);
}

function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row?.[0] && row[0].y - glyph.y < sameLine) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows;
}

/** Puts raised and lowered glyphs, which have baselines of their own, into the lines that they belong to. */
function joinRaised(rows: readonly Glyph[][]): Glyph[][] {
  const joined = new Set<Glyph[]>();
  for (const row of rows) {
    const size = Math.max(...row.map((glyph) => glyph.size));
    const [left, right] = extentOf(row);
    const line = rows.find((other) => {
      const height = Math.max(...other.map((glyph) => glyph.size));
      const rise = (row[0]?.y ?? 0) - (other[0]?.y ?? 0);
      const [from, to] = extentOf(other);
      return (
        !joined.has(other) &&
        height > 1.15 * size &&
        height < 2.5 * size &&
        rise > -0.35 * height &&
        rise < 0.6 * height &&
        left > from - 1.5 * height &&
        right < to + 1.5 * height
      );
    });
    if (!line) continue;
    line.push(...row);
    joined.add(row);
  }
  return rows.filter((row) => !joined.has(row));
}

function lineOf(row: readonly Glyph[], page: number, column: number, faces: TextFaces): Line {
  const glyphs = [...row].sort((a, b) => a.x - b.x);
  const seen = glyphs.filter(({ text }) => text.trim() !== '');
  const main = mostOf(seen, (glyph) => kindOf(glyph, faces));
  const size = mostOf(seen, (glyph) => glyph.size) ?? 0;
  const y = seen.find((glyph) => glyph.size === size)?.y ?? 0;
  const gaps: number[] = [];
  let text = '';
  let end: number | undefined;
  let space = false;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      space ||= /[ \u00a0]/.test(glyph.text);
      continue;
    }
    const gap = end === undefined ? 0 : glyph.x - end;
    // Some programs paint no spaces.
    if (end !== undefined && gap > (space ? 0.05 : 0.17) * size) {
      gaps.push(gap);
      text += ' ';
    }
    text += glyph.text;
    end = Math.max(end ?? -Infinity, glyph.x + glyph.width);
    space = false;
  }
  const [left, right] = extentOf(seen);
  return { page, column, kind: main ?? 'other', left, right, y, size, text, gaps };
}

function extentOf(glyphs: readonly Glyph[]): [left: number, right: number] {
  return [Math.min(...glyphs.map(({ x }) => x)), Math.max(...glyphs.map(({ x, width }) => x + width))];
}

function mostOf<T>(glyphs: readonly Glyph[], of: (glyph: Glyph) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const glyph of glyphs) counts.set(of(glyph), (counts.get(of(glyph)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
