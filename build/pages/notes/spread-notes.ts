import { heightIn, type RowHeights } from '../column.ts';
import type { Flow, Frame, PagePlan } from '../flow.ts';
import { areaHeight, headOf } from './note-area.ts';
import { gapsIn, mostBetween, noteHeight, noteLine } from './note-columns.ts';

/** The white of a note area beyond its least: what the lines of the text and of the notes leave of a page. px. */
export interface NoteWhites {
  /** Above the rule and the notes. */
  above: number;
  /** The height by which the area grows, and the white above each note of a column but its first, by columns. */
  rise: number;
  between: number[][];
  /** Below the notes, where neither of the others takes it. */
  below: number;
}

/** The notes of one area that the white may be spread in. */
type Area = PagePlan['notes'][number];

/** A note area of a page, its whites, and its height with them and with its rule; 0 if there is no note. */
export type SpreadArea = Area & { whites: NoteWhites; height: number };

/** A flow, and the page that it is made up into. */
type FramedFlow = Pick<Flow, 'rows' | 'notes' | 'floats' | 'opening'> & { frame: Frame };

/** The note areas of a page, which has a height of `height` px for its columns and its notes, and their whites. */
export function noteAreas(data: FramedFlow, plan: PagePlan, heights: RowHeights, height: number): SpreadArea[] {
  const { notes, frame } = data;
  const lefts = leftIn(data, plan, heights, height);
  return plan.notes.map((area, i) => {
    const natural = naturalHeight(notes, area, frame);
    const left = frame.notesAt === 'page' ? Math.min(...lefts) : (lefts[i] ?? 0);
    const whites = spreadNotes(notes, area, natural > 0 ? left - natural : 0, frame);
    return { ...area, whites, height: natural + whites.above + whites.rise + whites.below };
  });
}

/** The number of lines that the white under an opening may take. */
export const mostUnderOpening = 2;

/**
 * The white under the opening of a first page whose columns are all some lines short: these lines. It is 0 on a page
 * with which the text ends.
 */
export function underOpening(data: FramedFlow, plan: PagePlan, heights: RowHeights): number {
  const { rows, notes, floats, opening, frame } = data;
  if (opening === 0 || plan.columns.at(-1)?.to === rows.length) return 0;
  const across = plan.floats.reduce((sum, one) => sum + (one.column < 0 ? (floats[one.float]?.height ?? 0) : 0), 0);
  const lefts = leftIn(data, plan, heights, frame.height - opening - across);
  const each = lefts.map((left, i) => {
    const area = plan.notes[frame.notesAt === 'page' ? 0 : i];
    return left - (area ? naturalHeight(notes, area, frame) : 0);
  });
  return Math.min(mostUnderOpening, Math.max(0, Math.floor(Math.min(...each) / frame.grid + 0.05))) * frame.grid;
}

/** The height of a page’s room of `height` px that the text and the floats of each column leave. */
function leftIn({ floats }: FramedFlow, plan: PagePlan, heights: RowHeights, height: number): number[] {
  return plan.columns.map((column, c) => {
    const inColumn = plan.floats.reduce(
      (sum, one) => sum + (one.column === c ? (floats[one.float]?.height ?? 0) : 0),
      0,
    );
    return height - inColumn - heightIn(heights, column);
  });
}

/** The {@link areaHeight} of notes; 0 if there is none. */
function naturalHeight(notes: Flow['notes'], { from, to, columns }: Area, frame: Frame): number {
  return to > from ? areaHeight(notes, from, columns, frame) : 0;
}

/** The first of the white goes above the notes, px: between them, it is seen before that is. */
const firstAbove = 3;

/** The white below notes that is not seen, where they end above the foot of the page; px. */
const unseenBelow = 4;

/**
 * The white that the notes of an area can take without being seen: above them a line at most, between them, and hardly
 * any below. px.
 */
export function hiddenWhite(notes: Flow['notes'], area: Area, frame: Frame): number {
  return spareAbove(notes, area.from, frame) + mostRise(notes, area) + unseenBelow;
}

/** The number of lines from which on a page is so short that no white between its notes would help. */
const mostSpread = 4;

/**
 * Spreads white of `rest` px above and between the notes of an area, so that its columns end level where they can. Of
 * what is still left, a line goes below, or less: the page ends that much higher, and no hole is in it. What is more
 * stays in the text, whose page is short.
 */
export function spreadNotes(notes: Flow['notes'], area: Area, rest: number, frame: Frame): NoteWhites {
  const heights = area.columns.map(({ from, to }) => noteHeight(notes, from, to));
  const highest = Math.max(0, ...heights);
  const free = rest < frame.grid * mostSpread ? Math.max(0, rest) : 0;
  const rise = Math.floor(Math.min(mostRise(notes, area), Math.max(0, free - firstAbove)));
  const above = Math.min(spareAbove(notes, area.from, frame), free - rise);
  const left = free - rise - above;
  const between = area.columns.map(({ from, to }, i) => {
    const gaps = gapsIn(notes, from, to);
    const wanted = highest + rise - (heights[i] ?? 0);
    const each = wanted <= gaps * noteLine(notes, from) * mostBetween + 0.01 ? wanted : 0;
    return Array.from({ length: gaps }, (_, k) => Math.floor((each * (k + 1)) / gaps) - Math.floor((each * k) / gaps));
  });
  return { above, rise, between, below: Math.min(left, frame.grid) };
}

/**
 * The white that may be added above notes, px: with what is there always, and with what their first line and the text’s
 * last have beyond their letters, a line.
 */
function spareAbove(notes: Flow['notes'], from: number, frame: Frame): number {
  return Math.max(0, Math.ceil(frame.grid - headOf(notes, from, frame)) - 1);
}

/** The height by which an area may become higher by whites between notes, px, with its columns as level as before. */
function mostRise(notes: Flow['notes'], { columns }: Area): number {
  const heights = columns.map(({ from, to }) => noteHeight(notes, from, to));
  const highest = Math.max(...heights);
  let most = Number.POSITIVE_INFINITY;
  columns.forEach(({ from, to }, i) => {
    const reach = (heights[i] ?? 0) + gapsIn(notes, from, to) * noteLine(notes, from) * mostBetween;
    if (reach >= highest) most = Math.min(most, reach - highest);
  });
  return Number.isFinite(most) ? most : 0;
}
