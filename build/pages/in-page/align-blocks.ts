import { inPx } from './page-parts.ts';

/** The planned place of a block. */
export interface ExpectedPlace {
  element: HTMLElement;
  /** True if the row is the whole element, its padding included. */
  whole: boolean;
  column: HTMLElement;
  /** The distance from the column’s head in px. */
  y: number;
}

/**
 * Moves blocks to their planned places: the white above a block depends on what it follows, and a column can begin off
 * the grid. Returns the number of blocks that are still not at their place.
 */
export function alignBlocks(expected: readonly ExpectedPlace[]): number {
  for (let pass = 0; ; pass++) {
    const off = expected.map((one) => ({ ...one, by: one.y - topOf(one) })).filter(({ by }) => Math.abs(by) > 0.3);
    if (off.length === 0 || pass === 3) return off.length;
    const shifted = new Map<HTMLElement, number>();
    const moves: { element: HTMLElement; gap: number }[] = [];
    for (const { element, column, by } of off) {
      // A block moved above it has moved this one along.
      const rest = by - (shifted.get(column) ?? 0);
      if (Math.abs(rest) <= 0.3) continue;
      const outer = outermost(element, column);
      const previous = outer.previousElementSibling;
      const above =
        previous && !previous.classList.contains('cut-mark')
          ? previous.getBoundingClientRect().bottom
          : (outer.parentElement as Element).getBoundingClientRect().top;
      moves.push({ element: outer, gap: outer.getBoundingClientRect().top - above + rest });
      shifted.set(column, (shifted.get(column) ?? 0) + rest);
    }
    for (const { element, gap } of moves) {
      if (element.previousElementSibling instanceof HTMLElement) noMarginBelow(element.previousElementSibling);
      for (let inner = element.firstElementChild; inner instanceof HTMLElement; inner = inner.firstElementChild)
        inner.style.marginTop = '0';
      element.style.setProperty('margin-top', inPx(gap), 'important');
    }
  }
}

function topOf({ element, whole, column }: ExpectedPlace): number {
  const css = getComputedStyle(element);
  const inner = whole ? 0 : Number.parseFloat(css.borderTopWidth) + Number.parseFloat(css.paddingTop);
  return element.getBoundingClientRect().top + inner - column.getBoundingClientRect().top;
}

/** The outermost element in a column that begins with an element. */
function outermost(element: HTMLElement, column: HTMLElement): HTMLElement {
  let outer = element;
  while (outer.parentElement && outer.parentElement !== column && outer.parentElement.firstElementChild === outer)
    outer = outer.parentElement;
  return outer;
}

function noMarginBelow(element: HTMLElement): void {
  for (let inner: Element | null = element; inner instanceof HTMLElement; inner = inner.lastElementChild)
    inner.style.marginBottom = '0';
}
