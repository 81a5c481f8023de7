import { pixels } from './collecting.ts';

/**
 * Gives formulas their room: one that is higher than its line gets whole lines more, a displayed one a block of whole
 * lines, in which it is broken where it is wider than the measure. Everything is read before anything is changed.
 */
export function fixFormulas(): void {
  const changes: (() => void)[] = [];
  const room = lineRooms();
  for (const svg of document.querySelectorAll<SVGSVGElement>('svg.outline')) {
    if (svg.closest('.formula')) continue;
    const change = fitIntoLine(svg, room);
    if (change) changes.push(change);
  }
  for (const block of document.querySelectorAll<HTMLElement>('.formula')) changes.push(fitBlock(block));
  for (const change of changes) change();
}

/** The room of a line above and below the line that its letters stand on, in px. */
interface LineRoom {
  above: number;
  below: number;
  line: number;
}

/** How far, in shares of a line, a formula may reach out of its line: there is white between lines. */
const mayReach = 0.25;

function fitIntoLine(svg: SVGSVGElement, roomOf: (element: Element) => LineRoom | undefined): (() => void) | undefined {
  const css = getComputedStyle(svg);
  const height = -pixels(css.marginTop);
  const depth = -pixels(css.marginBottom);
  const room = roomOf(svg.parentElement as Element);
  if (!room) return undefined;
  const { above, below, line } = room;
  const linesAbove = Math.max(0, Math.ceil((height - above) / line - mayReach));
  const linesBelow = Math.max(0, Math.ceil((depth - below) / line - mayReach));
  if (linesAbove === 0 && linesBelow === 0) return undefined;
  const top = above + linesAbove * line - tiny;
  const bottom = below + linesBelow * line - tiny;
  return () => {
    svg.dataset.lines = `${linesAbove} ${linesBelow}`;
    if (linesAbove > 0) svg.style.marginTop = `${top - height}px`;
    if (linesBelow === 0) return;
    svg.style.verticalAlign = `${-bottom}px`;
    svg.style.marginBottom = `${bottom - depth}px`;
  };
}

/** Less than a line’s height is rounded by. */
const tiny = 0.02;

/** The room of lines, remembered by their font and height. */
function lineRooms(): (element: Element) => LineRoom | undefined {
  const known = new Map<string, LineRoom>();
  const context = document.createElement('canvas').getContext('2d');
  return (element) => {
    const css = getComputedStyle(element);
    const line = pixels(css.lineHeight);
    if (!context || line === 0) return undefined;
    const font = `${css.fontStyle} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`;
    const key = `${line} ${font}`;
    let room = known.get(key);
    if (!room) {
      context.font = font;
      const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
      const above = (line + ascent - descent) / 2;
      room = { above, below: line - above, line };
      known.set(key, room);
    }
    return room;
  };
}

/** Makes a displayed formula a block of whole lines. */
function fitBlock(block: HTMLElement): () => void {
  const css = getComputedStyle(block);
  const line = pixels(css.lineHeight);
  const outlines = block.querySelector<HTMLElement>('.outlines');
  const number = block.querySelector<HTMLElement>('.formula-number');
  const em = pixels(css.fontSize);
  const measure = pixels(css.width) - (number ? number.getBoundingClientRect().width + em : 0);
  const narrow = outlines?.querySelector<HTMLElement>('.outlines-narrow');
  const whole = piecesIn(outlines);
  const isTooWide = whole.some(({ width }) => width > measure + 0.5);
  const rows = rowsOf(narrow && isTooWide ? piecesIn(narrow) : whole, measure, 2 * em);
  const between = 0.35 * line;
  const heightOf = ({ pieces }: FormulaRow) =>
    Math.max(...pieces.map(({ height }) => height), 0) + Math.max(...pieces.map(({ depth }) => depth), 0);
  const drawn = rows.reduce((sum, row) => sum + heightOf(row), 0) + between * Math.max(0, rows.length - 1);
  // At a column’s foot the white below is cut off: the number must not stand in it.
  const height = Math.max(drawn, number?.getBoundingClientRect().height ?? 0);
  const isNote = block.closest('.note') !== null;
  const isBelow = block.previousElementSibling?.matches('.formula') ?? false;
  const white = isNote ? leastInNote : isBelow ? leastBelow : least;
  const room = Math.ceil((height + white * line) / line) * line;
  return () => {
    if (!isNote) block.style.padding = `${(room - height) / 2}px 0`;
    block.style.height = `${room}px`;
    if (!outlines) return;
    outlines.replaceChildren(
      ...rows.map((row, i) => {
        const box = document.createElement('span');
        box.className = 'formula-row';
        box.style.height = `${heightOf(row)}px`;
        box.style.lineHeight = '0';
        if (i > 0) box.style.marginTop = `${between}px`;
        if (row.indent > 0) box.style.paddingLeft = `${row.indent}px`;
        row.pieces.forEach(({ svg, gap, depth }, at) => {
          svg.style.marginLeft = at > 0 ? `${gap}px` : '0';
          // Its line is that of the row’s highest piece.
          svg.style.marginTop = '0';
          svg.style.verticalAlign = `${-depth}px`;
          svg.style.marginBottom = '0';
          box.append(svg);
        });
        return box;
      }),
    );
  };
}

/** The white above and below a displayed formula together, at least, in lines; in a note, and right below another. */
const least = 0.9;
const leastInNote = 0.4;
const leastBelow = 0.4;

interface FormulaPiece {
  svg: SVGSVGElement;
  width: number;
  /** The space before it, unless it begins a row. */
  gap: number;
  /** What a row would end before; undefined for the first. */
  before: string | undefined;
  height: number;
  depth: number;
}

interface FormulaRow {
  pieces: readonly FormulaPiece[];
  indent: number;
}

/** The pieces that stand in an element, as they are measured there. */
function piecesIn(element: HTMLElement | null): FormulaPiece[] {
  return [...(element?.querySelectorAll<SVGSVGElement>(':scope > svg.outline') ?? [])].map((svg) => {
    const { marginTop, marginBottom } = getComputedStyle(svg);
    const gap = svg.previousElementSibling;
    return {
      svg,
      width: svg.getBoundingClientRect().width,
      gap: gap ? gap.getBoundingClientRect().width : 0,
      before: gap instanceof HTMLElement ? gap.dataset.before : undefined,
      height: -pixels(marginTop),
      depth: -pixels(marginBottom),
    };
  });
}

/**
 * The rows of a displayed formula: those of an arrangement, each in as few as possible, broken before relations rather
 * than before other signs, and of these as even as possible. What a row is broken into is indented.
 */
function rowsOf(pieces: readonly FormulaPiece[], measure: number, indent: number): FormulaRow[] {
  const starts = pieces.flatMap(({ before }, i) => (i === 0 || before === 'row' || before === 'further' ? i : []));
  return starts.flatMap((start, i) => {
    const own = pieces[start]?.before === 'further' ? indent : 0;
    const row = pieces.slice(start, starts[i + 1]);
    return brokenRow(row, measure - own, indent).map((part, at) => ({
      pieces: part,
      indent: own + (at > 0 ? indent : 0),
    }));
  });
}

function brokenRow(pieces: readonly FormulaPiece[], measure: number, indent: number): FormulaPiece[][] {
  const widthOf = (from: number, to: number): number =>
    pieces.slice(from, to).reduce((sum, { width, gap }, i) => sum + width + (i > 0 ? gap : 0), from > 0 ? indent : 0);
  if (pieces.length < 2 || widthOf(0, pieces.length) <= measure) return [[...pieces]];
  // The cheapest way to end a row before each piece.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    let found = { cost: Infinity, from: to - 1 };
    for (let from = 0; from < to; from++) {
      const width = widthOf(from, to);
      const over = Math.max(0, width - measure);
      const slack = to === pieces.length ? 0 : Math.max(0, measure - width) / measure;
      const sign = from === 0 || pieces[from]?.before === 'relation' ? 0 : 0.5;
      const cost = (best[from]?.cost ?? 0) + 1 + sign + slack * slack + (over > 0.5 ? 100 + over : 0);
      if (cost < found.cost) found = { cost, from };
    }
    best[to] = found;
  }
  const rows: FormulaPiece[][] = [];
  for (let to = pieces.length; to > 0; to = best[to]?.from ?? 0) rows.unshift(pieces.slice(best[to]?.from ?? 0, to));
  return rows;
}
