import type { Row } from '../flow.ts';
import type { HeldRow } from './held.ts';
import { addLines } from './lines-of.ts';
import { displayOf, hasBlocks, hasOnlyLines, isBoxed, isHeading, rowKind } from './looks.ts';
import { wrapLooseText } from './loose-text.ts';
import { addTable } from './table-rows.ts';

/** The rows of a flow as they are found, top to bottom, with what the pure part cannot see. */
export interface RowScan {
  rows: Row[];
  held: HeldRow[];
  /** For each row: the ids of the notes that are called in it. */
  calls: string[][];
  /** For each float that was taken out: the row before its place. */
  anchors: number[];
  /** The number of blocks so far. */
  blocks: number;
  /** The stanza or the entry of a bibliography to which the last row belongs. */
  around?: Element | undefined;
  /** The display to which the last row belongs. */
  display?: Element | undefined;
  /** The height, in px, above which boxes that should stay whole may be divided. */
  highest: number;
  grid: number;
  /** The top of the flow in px. */
  origin: number;
}

/** Finds the rows of a flow’s text or of a note. Boxes higher than `highest` px may be divided. */
export function findRows(root: HTMLElement, grid: number, highest: number): RowScan {
  const origin = root.getBoundingClientRect().top;
  const scan: RowScan = { rows: [], held: [], calls: [], anchors: [], blocks: 0, highest, grid, origin };
  for (const child of root.childNodes) visitNode(child, scan, 'auto');
  return scan;
}

function visitNode(node: Node, scan: RowScan, outer: Row['before']): void {
  if (node.nodeType === Node.COMMENT_NODE && (node as Comment).data === 'float')
    scan.anchors.push(scan.rows.length - 1);
  if (node.nodeType === Node.ELEMENT_NODE) visitElement(node as HTMLElement, scan, outer);
}

function visitElement(element: HTMLElement, scan: RowScan, outer: Row['before']): void {
  const css = getComputedStyle(element);
  if (css.display === 'none' || css.position === 'absolute' || css.position === 'fixed') return;
  const rect = element.getBoundingClientRect();
  const first = scan.rows.length;
  const before = breakBefore(css, element, scan, outer);
  const tag = element.tagName;
  // A table in a column may be divided between its rows.
  const avoids =
    /^avoid/.test(css.breakInside) &&
    rect.height <= scan.highest &&
    !(tag === 'FIGURE' && element.querySelector('table'));
  if (/^(IMG|HR|svg|math|VIDEO|OBJECT)$/.test(tag) || (avoids && !isHeading(tag) && !hasOnlyLines(element))) {
    if (rect.height > 0 && element.matches('.display, .formula')) addDisplay(element, css, rect, scan, before);
    else if (rect.height > 0) addWhole(element, rect, rowKind(element), scan, before);
  } else if (css.display === 'table') addTable(element, scan, before);
  else if (hasBlocks(element)) {
    wrapLooseText(element);
    for (const child of element.childNodes) visitNode(child, scan, scan.rows.length === first ? before : 'auto');
  } else if (element.textContent?.trim() || element.querySelector('img, svg, math'))
    addLines(element, css, rect, scan, before);
  const top = scan.rows[first];
  const last = scan.rows.at(-1);
  if (!top || !last || scan.rows.length === first) return;
  if (isBoxed(css)) {
    top.kept = top.top - (rect.top - scan.origin);
    last.tail = Math.max(last.tail, rect.bottom - scan.origin - last.bottom);
  }
  if (/^avoid/.test(css.breakAfter) && !isHeading(tag)) element.dataset.keepsNext = 'yes';
}

/**
 * The break before an element that is asked for or forbidden: by itself, by an element that begins with it, or by the
 * element before it.
 */
function breakBefore(
  css: CSSStyleDeclaration,
  element: HTMLElement,
  scan: RowScan,
  outer: Row['before'],
): Row['before'] {
  if (scan.rows.length === 0) return 'auto';
  if (/^(page|left|right|recto|verso|always|all)$/.test(css.breakBefore)) return 'page';
  if (css.breakBefore === 'column') return 'column';
  let previous = element.previousElementSibling;
  // Between lines of verse, it is not shown: each of them is a block.
  while (previous?.localName === 'br') previous = previous.previousElementSibling;
  if (/^avoid/.test(css.breakBefore) || (previous instanceof HTMLElement && previous.dataset.keepsNext)) return 'avoid';
  return outer;
}

/** Adds a row of an element; `line` is the index of the line, or -1 for the whole element. */
export function addRow(
  scan: RowScan,
  element: HTMLElement,
  line: number,
  calls: readonly Element[],
  row: Partial<Row> & { top: number; bottom: number },
): void {
  const { grid } = scan;
  const phase = ((row.top % grid) + grid) % grid;
  const display = displayOf(element);
  scan.rows.push({
    kept: 0,
    tail: 0,
    head: 0,
    phase: phase > grid - 0.05 ? 0 : Math.round(phase * 64) / 64,
    block: scan.blocks,
    line: 0,
    of: 1,
    orphans: 1,
    widows: 1,
    kind: 'text',
    before: 'auto',
    hyphen: false,
    colon: false,
    width: 1,
    calls: 0,
    ...(display ? { part: display === scan.display ? 'later' : 'first' } : {}),
    ...row,
  });
  scan.display = display;
  scan.held.push({ element, line, pinned: true });
  scan.calls.push(calls.map((call) => (call.getAttribute('href') ?? '').slice(1)));
}

/** Adds displayed lines, which stay together, as one row. The white around them is none of it: it ends with them. */
function addDisplay(
  element: HTMLElement,
  css: CSSStyleDeclaration,
  rect: DOMRect,
  scan: RowScan,
  before: Row['before'],
): void {
  addRow(scan, element, 0, [...element.querySelectorAll('.call')], {
    top: rect.top + Number.parseFloat(css.paddingTop) - scan.origin,
    bottom: rect.bottom - Number.parseFloat(css.paddingBottom) - scan.origin,
    before,
  });
  scan.blocks++;
}

/** Adds a whole element as one row. */
export function addWhole(
  element: HTMLElement,
  rect: DOMRect,
  kind: Row['kind'],
  scan: RowScan,
  before: Row['before'],
): void {
  const calls = [...element.querySelectorAll('.call')];
  addRow(scan, element, -1, calls, { top: rect.top - scan.origin, bottom: rect.bottom - scan.origin, kind, before });
  scan.blocks++;
}
