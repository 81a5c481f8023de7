import type { Row } from '../flow.ts';
import type { HeldRow } from './held.ts';
import { addLines } from './lines-of.ts';
import { hasBlocks, hasOnlyLines, isBoxed, isHeading, kindOf } from './looks.ts';
import { wrapLooseText } from './loose-text.ts';
import { visitTable } from './table-rows.ts';

/** Rows as they are found, top to bottom, with what the pure part cannot see. */
export interface Found {
  rows: Row[];
  held: HeldRow[];
  /** For each row: the ids of the notes that are called in it. */
  calls: string[][];
  /** For each float that was taken out: the row before its place. */
  anchors: number[];
  /** Blocks so far. */
  blocks: number;
  /** Whether boxes that want to stay whole may be parted, for they are too high. */
  highest: number;
  grid: number;
  /** Top of the flow; px. */
  origin: number;
}

export function findRows(root: HTMLElement, grid: number, highest: number): Found {
  const origin = root.getBoundingClientRect().top;
  const found: Found = { rows: [], held: [], calls: [], anchors: [], blocks: 0, highest, grid, origin };
  for (const child of root.childNodes) visitNode(child, found, 'auto');
  return found;
}

function visitNode(node: Node, found: Found, outer: Row['before']): void {
  if (node.nodeType === Node.COMMENT_NODE && (node as Comment).data === 'float')
    found.anchors.push(found.rows.length - 1);
  if (node.nodeType === Node.ELEMENT_NODE) visitElement(node as HTMLElement, found, outer);
}

function visitElement(element: HTMLElement, found: Found, outer: Row['before']): void {
  const css = getComputedStyle(element);
  if (css.display === 'none' || css.position === 'absolute' || css.position === 'fixed') return;
  const rect = element.getBoundingClientRect();
  const first = found.rows.length;
  const before = breakBefore(css, element, found, outer);
  const tag = element.tagName;
  // A table in a column may be parted between its rows.
  const avoids =
    /^avoid/.test(css.breakInside) &&
    rect.height <= found.highest &&
    !(tag === 'FIGURE' && element.querySelector('table'));
  if (/^(IMG|HR|svg|math|VIDEO|OBJECT)$/.test(tag) || (avoids && !isHeading(tag) && !hasOnlyLines(element))) {
    if (rect.height > 0) addWhole(element, rect, kindOf(element), found, before);
  } else if (css.display === 'table') visitTable(element, found, before);
  else if (hasBlocks(element)) {
    wrapLooseText(element);
    for (const child of element.childNodes) visitNode(child, found, found.rows.length === first ? before : 'auto');
  } else if (element.textContent?.trim() || element.querySelector('img, svg, math'))
    addLines(element, css, rect, found, before);
  const top = found.rows[first];
  const last = found.rows.at(-1);
  if (!top || !last || found.rows.length === first) return;
  if (isBoxed(css)) {
    top.kept = top.top - (rect.top - found.origin);
    last.tail = Math.max(last.tail, rect.bottom - found.origin - last.bottom);
  }
  if (/^avoid/.test(css.breakAfter) && !isHeading(tag)) element.dataset.keepsNext = 'yes';
}

/** Whether a break before an element is asked for or forbidden: by itself, by what it stands in and begins, or by what comes before it. */
function breakBefore(
  css: CSSStyleDeclaration,
  element: HTMLElement,
  found: Found,
  outer: Row['before'],
): Row['before'] {
  if (found.rows.length === 0) return 'auto';
  if (/^(page|left|right|recto|verso|always|all)$/.test(css.breakBefore)) return 'page';
  if (css.breakBefore === 'column') return 'column';
  let previous = element.previousElementSibling;
  // Between lines of verse: it is not shown, for each of them is a block.
  while (previous?.localName === 'br') previous = previous.previousElementSibling;
  if (/^avoid/.test(css.breakBefore) || (previous instanceof HTMLElement && previous.dataset.keepsNext)) return 'avoid';
  return outer;
}

export function addRow(
  found: Found,
  element: HTMLElement,
  line: number,
  calls: readonly Element[],
  row: Partial<Row> & { top: number; bottom: number },
): void {
  const { grid } = found;
  const phase = ((row.top % grid) + grid) % grid;
  found.rows.push({
    kept: 0,
    tail: 0,
    head: 0,
    phase: phase > grid - 0.05 ? 0 : Math.round(phase * 64) / 64,
    block: found.blocks,
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
    ...row,
  });
  found.held.push({ element, line, pinned: true });
  found.calls.push(calls.map((call) => (call.getAttribute('href') ?? '').slice(1)));
}

export function addWhole(
  element: HTMLElement,
  rect: DOMRect,
  kind: Row['kind'],
  found: Found,
  before: Row['before'],
): void {
  const calls = [...element.querySelectorAll('.call')];
  addRow(found, element, -1, calls, { top: rect.top - found.origin, bottom: rect.bottom - found.origin, kind, before });
  found.blocks++;
}
