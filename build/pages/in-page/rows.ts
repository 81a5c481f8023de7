import type { Row } from '../flow.ts';
import type { HeldRow } from './held.ts';

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

export function visitNode(node: Node, found: Found, outer: Row['before']): void {
  if (node.nodeType === Node.COMMENT_NODE && (node as Comment).data === 'float')
    found.anchors.push(found.rows.length - 1);
  if (node.nodeType === Node.ELEMENT_NODE) visitElement(node as HTMLElement, found, outer);
}

export function visitElement(element: HTMLElement, found: Found, outer: Row['before']): void {
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
export function breakBefore(
  css: CSSStyleDeclaration,
  element: HTMLElement,
  found: Found,
  outer: Row['before'],
): Row['before'] {
  if (found.rows.length === 0) return 'auto';
  if (/^(page|left|right|recto|verso|always|all)$/.test(css.breakBefore)) return 'page';
  if (css.breakBefore === 'column') return 'column';
  const previous = element.previousElementSibling;
  if (/^avoid/.test(css.breakBefore) || (previous instanceof HTMLElement && previous.dataset.keepsNext)) return 'avoid';
  return outer;
}

/** Text that stands beside blocks becomes a block of its own, so that it has lines like any other. */
export function wrapLooseText(element: HTMLElement): void {
  let run: ChildNode[] = [];
  const wrap = () => {
    if (
      run.some((node) => node.textContent?.trim() || (node instanceof Element && node.querySelector('img, svg, math')))
    ) {
      const span = document.createElement('span');
      span.className = 'set-run';
      run[0]?.before(span);
      span.append(...run);
    }
    run = [];
  };
  for (const child of [...element.childNodes]) {
    const loose =
      child.nodeType === Node.TEXT_NODE ||
      (child instanceof HTMLElement &&
        !child.classList.contains('set-run') &&
        /^(inline|ruby|contents)/.test(getComputedStyle(child).display));
    if (loose) run.push(child);
    else if (child.nodeType !== Node.COMMENT_NODE) wrap();
  }
  wrap();
}

/**
 * The one range of the page. The browser keeps all ranges up to date that were ever made and not yet collected: with thousands of them each change of the
 * document takes milliseconds.
 */
export function theRange(): Range {
  const kept = globalThis as { offprintRange?: Range };
  kept.offprintRange ??= document.createRange();
  return kept.offprintRange;
}

export function isHeading(tag: string): boolean {
  return /^H[1-6]$/.test(tag);
}

/** Whether an element has a ground or a border of its own, so that its padding is seen. */
export function isBoxed(css: CSSStyleDeclaration): boolean {
  return (
    Number.parseFloat(css.borderTopWidth) > 0 ||
    Number.parseFloat(css.borderBottomWidth) > 0 ||
    css.backgroundImage !== 'none' ||
    !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(css.backgroundColor)
  );
}

export function hasBlocks(element: Element): boolean {
  for (const child of element.children) {
    if (child.classList.contains('set-run')) return true;
    const { display, position, float } = getComputedStyle(child);
    if (display === 'none' || position === 'absolute' || float !== 'none') continue;
    if (!/^(inline|ruby|contents)/.test(display)) return true;
  }
  return false;
}

export function hasOnlyLines(element: Element): boolean {
  return /^(P|LI|DT|DD|TD|TH|FIGCAPTION)$/.test(element.tagName) && !hasBlocks(element);
}

export function kindOf(element: Element): Row['kind'] {
  if (isHeading(element.tagName)) return 'heading';
  if (element.matches('.pullquote')) return 'quote';
  if (element.matches('figure, img, svg, table') || element.querySelector('img, svg')) return 'picture';
  if (element.matches('hr, li, p')) return 'text';
  return 'box';
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

/** Rows of an element that has lines: pinned ones are of one height, others are looked at one by one. */
export function addLines(
  element: HTMLElement,
  css: CSSStyleDeclaration,
  rect: DOMRect,
  found: Found,
  before: Row['before'],
): void {
  const heading = isHeading(element.tagName);
  if (heading) {
    addWhole(element, rect, 'heading', found, before);
    return;
  }
  const number = (value: string) => Number.parseFloat(value) || 0;
  const top = rect.top + number(css.borderTopWidth) + number(css.paddingTop) - found.origin;
  const bottom = rect.bottom - number(css.borderBottomWidth) - number(css.paddingBottom) - found.origin;
  const ends = lineEnds(element);
  const count = Math.max(1, Math.round((bottom - top) / number(css.lineHeight)));
  const height = (bottom - top) / count;
  const even = Math.abs(height - number(css.lineHeight)) < 0.5;
  const rows = even
    ? Array.from({ length: count }, (_, i) => ({ top: top + i * height, bottom: top + (i + 1) * height }))
    : linesByEye(element, top, bottom, found.origin);
  const pinned = ends.length + 1 === rows.length;
  const calls = [...element.querySelectorAll<HTMLElement>('.call')].map((call) => {
    const { top, bottom } = call.getBoundingClientRect();
    return { call, y: (top + bottom) / 2 - found.origin };
  });
  const text = element.textContent?.trimEnd() ?? '';
  const whole = /^avoid/.test(css.breakInside);
  rows.forEach((row, i) => {
    const called = calls.filter(({ y }) => (i === 0 || y >= row.top) && (i === rows.length - 1 || y < row.bottom));
    const end = pinned ? ends[i]?.previousSibling : undefined;
    addRow(
      found,
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
        hyphen: end instanceof HTMLElement && end.classList.contains('set-hyphen'),
        colon: i === rows.length - 1 && text.endsWith(':'),
        width: i < rows.length - 1 ? 1 : lastWidth(element, css, rect),
      },
    );
    (found.held.at(-1) as HeldRow).pinned = pinned;
  });
  found.blocks++;
}

/** The line breaks of an element, its own and those that were set; one at its very end breaks nothing. */
export function lineEnds(element: HTMLElement): HTMLElement[] {
  const ends = [...element.querySelectorAll<HTMLElement>('br')];
  const last = ends.at(-1);
  if (last) {
    if (isLastIn(last, element)) ends.pop();
  }
  return ends;
}

/** Whether nothing is shown after a node in an element. */
export function isLastIn(node: Node, element: HTMLElement): boolean {
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

/** How much of the measure the last line’s words take; a line that is filled up at its end tells by how much. */
export function lastWidth(element: HTMLElement, css: CSSStyleDeclaration, rect: DOMRect): number {
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

/** Lines of text that were not pinned, such as code: where the browser put them. Together they take all of the height. */
export function linesByEye(
  element: HTMLElement,
  top: number,
  bottom: number,
  origin: number,
): { top: number; bottom: number }[] {
  const range = theRange();
  range.selectNodeContents(element);
  const lines: { top: number; bottom: number }[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 && rect.height === 0) continue;
    const middle = (rect.top + rect.bottom) / 2 - origin;
    const line = lines.at(-1);
    if (line && middle < line.bottom) {
      line.bottom = Math.max(line.bottom, rect.bottom - origin);
      line.top = Math.min(line.top, rect.top - origin);
    } else lines.push({ top: rect.top - origin, bottom: rect.bottom - origin });
  }
  if (lines.length === 0) return [{ top, bottom }];
  // Halfway between lines one ends and the next begins.
  return lines.map((line, i) => {
    const above = lines[i - 1];
    const below = lines[i + 1];
    return { top: above ? (above.bottom + line.top) / 2 : top, bottom: below ? (line.bottom + below.top) / 2 : bottom };
  });
}

/** A table’s rows; its caption, its head and its first row are one. */
export function visitTable(table: HTMLElement, found: Found, before: Row['before']): void {
  const rect = table.getBoundingClientRect();
  const head = table.querySelector<HTMLElement>(':scope > thead');
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tbody > tr, :scope > tfoot > tr, :scope > tr')];
  if (rows.length === 0) {
    addWhole(table, rect, 'picture', found, before);
    return;
  }
  const inner = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  const headHeight = head?.getBoundingClientRect().height ?? 0;
  const captioned = table.querySelector(':scope > caption')?.getBoundingClientRect().height ?? 0;
  const border = Math.max(0, rect.height - inner - headHeight - captioned);
  rows.forEach((row, i) => {
    const { top, bottom } = row.getBoundingClientRect();
    addRow(found, i === 0 ? table : row, -1, callsIn(table, row, i === 0), {
      top: (i === 0 ? rect.top : top) - found.origin,
      bottom: bottom - found.origin + (i === rows.length - 1 ? border : 0),
      head: i === 0 ? 0 : headHeight + border,
      line: i,
      of: rows.length,
      orphans: 2,
      widows: 2,
      kind: 'table',
      before: i === 0 ? before : 'auto',
    });
  });
  found.blocks++;
}

/** The calls in a table’s row; in its caption and head, too, where it is the first. */
export function callsIn(table: HTMLElement, row: HTMLElement, first: boolean): Element[] {
  const before = first ? [...table.querySelectorAll(':scope > caption .call, :scope > thead .call')] : [];
  return [...before, ...row.querySelectorAll('.call')];
}
