/** A line of a printed page: its words, and its place; PDF points from the left and top edge of the sheet. */
export interface TextLine {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The height of its baseline from the top. */
  baseline: number;
}

/** A run of text as PDF.js gives it. */
export interface TextItem {
  str: string;
  width: number;
  height: number;
  transform: readonly number[];
}

/** The lines of a page, in the order of its text. `height` is that of the sheet. */
export function linesOf(items: readonly TextItem[], height: number): TextLine[] {
  const lines: TextLine[] = [];
  for (const { str, width, height: size, transform } of items) {
    const line = lines.at(-1);
    if (str.trim() === '') {
      if (line && str !== '') line.text += ' ';
      continue;
    }
    const [, , , , left = 0, rise = 0] = transform;
    const baseline = height - rise;
    // The letters of most faces reach from 0.2 em below the baseline to 0.8 em above it.
    const top = baseline - size * 0.8;
    if (line && continues(line, left, top, size)) {
      const right = Math.max(line.left + line.width, left + width);
      const bottom = Math.max(line.top + line.height, top + size);
      line.text += str;
      line.top = Math.min(line.top, top);
      Object.assign(line, { width: right - line.left, height: bottom - line.top });
    } else lines.push({ text: str, left, top, width, height: size, baseline });
  }
  for (const line of lines) line.text = line.text.replace(/\s+/g, ' ').trim();
  return lines;
}

/** True for a run that goes on in a line: beside it, behind its beginning, and not a column away. */
function continues(line: TextLine, left: number, top: number, size: number): boolean {
  const shared = Math.min(line.top + line.height, top + size) - Math.max(line.top, top);
  const gap = left - (line.left + line.width);
  return shared > Math.min(size, line.height) / 2 && left >= line.left && gap < 3 * Math.max(size, line.height);
}

/** The line at a point, or undefined where there is none. */
export function lineAtPoint(lines: readonly TextLine[], x: number, y: number): TextLine | undefined {
  return lines.find(
    ({ left, top, width, height }) => x >= left - 2 && x <= left + width + 2 && y >= top - 2 && y <= top + height + 2,
  );
}

/** The distance of baselines from the lines of a grid at which most lines of a page stand. */
export function baselineIn(lines: readonly TextLine[], grid: { top: number; line: number; bottom: number }): number {
  const counts = new Map<number, number>();
  for (const { baseline } of lines) {
    if (baseline < grid.top || baseline > grid.bottom) continue;
    const off = Math.round(((baseline - grid.top) % grid.line) * 10) / 10;
    counts.set(off, (counts.get(off) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? grid.line;
}
