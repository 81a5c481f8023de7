import type { Row } from '../flow.ts';
import type { HeldRow } from './held.ts';
import { isHeading, stanzaOrEntry } from './looks.ts';
import { addRow, addWhole, type RowScan } from './rows.ts';
import { theRange } from './the-range.ts';

/** Adds the rows of an element that has lines. Pinned lines have one height; others are looked at one by one. */
export function addLines(
  element: HTMLElement,
  css: CSSStyleDeclaration,
  rect: DOMRect,
  scan: RowScan,
  before: Row['before'],
): void {
  const heading = isHeading(element.tagName);
  if (heading) {
    addWhole(element, rect, 'heading', scan, before);
    return;
  }
  const number = (value: string) => Number.parseFloat(value) || 0;
  const top = rect.top + number(css.borderTopWidth) + number(css.paddingTop) - scan.origin;
  const bottom = rect.bottom - number(css.borderBottomWidth) - number(css.paddingBottom) - scan.origin;
  const ends = lineBreaksOf(element);
  const count = Math.max(1, Math.round((bottom - top) / number(css.lineHeight)));
  const height = (bottom - top) / count;
  // By the sum: with one picture among many lines, each would be only a little too high. Pictures may be as high as some
  // lines are together.
  const even =
    Math.abs(bottom - top - count * number(css.lineHeight)) < 1 &&
    (ends.length + 1 === count || !element.querySelector('img, svg, math'));
  const rows = even
    ? Array.from({ length: count }, (_, i) => ({ top: top + i * height, bottom: top + (i + 1) * height }))
    : (linesWithFormulas(element, ends, { top, bottom, line: number(css.lineHeight) }) ??
      linesAsLaidOut(element, top, bottom, scan.origin));
  const pinned = ends.length + 1 === rows.length;
  const calls = [...element.querySelectorAll<HTMLElement>('.call')].map((call) => {
    const { top, bottom } = call.getBoundingClientRect();
    return { call, y: (top + bottom) / 2 - scan.origin };
  });
  const text = element.textContent?.trimEnd() ?? '';
  const whole = /^avoid/.test(css.breakInside);
  const around = stanzaOrEntry(element);
  const divides = around?.matches('.stanza') ? 'stanza' : 'entry';
  rows.forEach((row, i) => {
    const called = calls.filter(({ y }) => (i === 0 || y >= row.top) && (i === rows.length - 1 || y < row.bottom));
    const end = pinned ? ends[i]?.previousSibling : undefined;
    addRow(
      scan,
      element,
      i,
      called.map(({ call }) => call),
      {
        ...row,
        line: i,
        of: rows.length,
        orphans: whole ? rows.length : number(css.orphans) || 2,
        widows: whole ? rows.length : number(css.widows) || 2,
        before: i === 0 ? before : 'auto',
        ...(around && around === scan.around ? { divides } : {}),
        ...(pinned && i > 0 && isInAddress(ends[i - 1]) ? { address: true } : {}),
        hyphen: end instanceof HTMLElement && end.classList.contains('set-hyphen'),
        colon: i === rows.length - 1 && text.endsWith(':'),
        width: i < rows.length - 1 ? 1 : lastWidth(element, css, rect),
      },
    );
    (scan.held.at(-1) as HeldRow).pinned = pinned;
    scan.around = around;
  });
  scan.blocks++;
}

/** The lines of pinned text, some of which are whole lines higher for a formula; undefined if they are not. */
function linesWithFormulas(
  element: HTMLElement,
  ends: readonly HTMLElement[],
  { top, bottom, line }: { top: number; bottom: number; line: number },
): { top: number; bottom: number }[] | undefined {
  const high = [...element.querySelectorAll<SVGElement>('svg[data-lines]')];
  if (high.length === 0) return undefined;
  const more = Array.from({ length: ends.length + 1 }, () => [0, 0] as [number, number]);
  for (const svg of high) {
    const at = ends.filter((end) => end.compareDocumentPosition(svg) & Node.DOCUMENT_POSITION_FOLLOWING).length;
    const [above = 0, below = 0] = (svg.dataset.lines ?? '').split(' ').map(Number);
    const lines = more[at] as [number, number];
    more[at] = [Math.max(lines[0], above), Math.max(lines[1], below)];
  }
  let at = top;
  const rows = more.map(([above, below]) => {
    const row = { top: at, bottom: at + (1 + above + below) * line };
    at = row.bottom;
    return row;
  });
  return Math.abs(at - bottom) < 1 ? rows : undefined;
}

/** True if a line’s end is in an address that is written out. */
function isInAddress(end: HTMLElement | undefined): boolean {
  return /^\s*(https?:|www\.|doi:)/i.test(end?.closest('a[href]')?.textContent ?? '');
}

/** The line breaks of an element, its own and those of pinning; without one at its very end, which breaks nothing. */
export function lineBreaksOf(element: HTMLElement): HTMLElement[] {
  const ends = [...element.querySelectorAll<HTMLElement>('br')];
  const last = ends.at(-1);
  if (last) {
    if (isLastIn(last, element)) ends.pop();
  }
  return ends;
}

/** True if nothing is shown after a node in an element. */
function isLastIn(node: Node, element: HTMLElement): boolean {
  for (let at = node; at !== element; at = at.parentNode as Node) {
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (
        next.textContent?.trim() ||
        (next instanceof Element && (next.matches('img, svg, math') || next.querySelector('img, svg, math')))
      )
        return false;
    }
  }
  return true;
}

/** The share of the measure that the last line’s words take. A last line that is filled up says by how much. */
function lastWidth(element: HTMLElement, css: CSSStyleDeclaration, rect: DOMRect): number {
  const fill = element.lastElementChild;
  if (fill?.classList.contains('set-fill'))
    return 1 - Number.parseFloat((fill as HTMLElement).style.width) / rect.width;
  const range = theRange();
  range.selectNodeContents(element);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const last = rects.at(-1);
  if (!last || css.textAlign === 'right') return 1;
  return Math.min(1, (last.right - rect.left) / rect.width);
}

/**
 * The lines of text that is not pinned, such as code, as the browser laid them out. Together they take the whole
 * height.
 */
export function linesAsLaidOut(
  element: HTMLElement,
  top: number,
  bottom: number,
  origin: number,
): { top: number; bottom: number }[] {
  const range = theRange();
  range.selectNodeContents(element);
  // From the top down, because an element of several lines lists all of them before those of its content.
  const rects = [...range.getClientRects()]
    .filter(({ width, height }) => width !== 0 || height !== 0)
    .sort((a, b) => a.top - b.top);
  const lines: { top: number; bottom: number }[] = [];
  for (const rect of rects) {
    const middle = (rect.top + rect.bottom) / 2 - origin;
    const line = lines.at(-1);
    // A picture on a line of text reaches far above it.
    if (line && (middle < line.bottom || (line.top + line.bottom) / 2 > rect.top - origin))
      line.bottom = Math.max(line.bottom, rect.bottom - origin);
    else lines.push({ top: rect.top - origin, bottom: rect.bottom - origin });
  }
  if (lines.length === 0) return [{ top, bottom }];
  // A line ends, and the next begins, halfway between them.
  return lines.map((line, i) => {
    const above = lines[i - 1];
    const below = lines[i + 1];
    return { top: above ? (above.bottom + line.top) / 2 : top, bottom: below ? (line.bottom + below.top) / 2 : bottom };
  });
}
