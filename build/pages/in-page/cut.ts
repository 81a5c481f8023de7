import { continueTable } from './continue-tables.ts';
import type { HeldRow } from './held.ts';
import { lineBreaksOf } from './lines-of.ts';
import { theRange } from './the-range.ts';

/** A place where a flow will be cut, found before anything is moved. */
export interface FlowCut {
  /**
   * The position in the document. It is not a `Range`, because the browser updates every range at each change, and
   * there would be many.
   */
  node: Node;
  offset: number;
  /** The elements that the cut divides, from the inside out, up to the root of the flow. */
  through: HTMLElement[];
  /** The elements that begin at the cut, from the outside in; empty if it goes through a line of text. */
  begins: HTMLElement[];
}

/** The place before a row. `top` is that of the row in px of the window, for lines that were not pinned. */
export function cutBefore({ element, line, pinned }: HeldRow, root: HTMLElement, top: number): FlowCut {
  const begins: HTMLElement[] = [];
  let at: { node: Node; offset: number };
  if (line > 0) {
    const end = pinned ? lineBreaksOf(element)[line - 1] : undefined;
    at = end ? { node: end.parentNode as Node, offset: indexOf(end) + 1 } : atHeight(element, top);
  } else {
    let outermost = element;
    begins.push(element);
    while (outermost.parentElement && outermost.parentElement !== root && isFirst(outermost)) {
      outermost = outermost.parentElement;
      begins.unshift(outermost);
    }
    at = { node: outermost.parentNode as Node, offset: indexOf(outermost) };
  }
  const through: HTMLElement[] = [];
  for (let node: Node | null = at.node; node && node !== root; node = node.parentNode) {
    if (node.nodeType === Node.ELEMENT_NODE) through.push(node as HTMLElement);
  }
  return { ...at, through, begins };
}

function indexOf(node: Node): number {
  return [...(node.parentNode as Node).childNodes].indexOf(node as ChildNode);
}

/** True if nothing precedes an element in its parent. */
function isFirst(element: Element): boolean {
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (node.nodeType === Node.TEXT_NODE && (node as Text).data.trim()) return false;
    if (node instanceof Element && getComputedStyle(node).display !== 'none') return false;
  }
  return true;
}

/** The first character or picture of an element at a height or below. */
export function atHeight(element: HTMLElement, top: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const letter = theRange();
  const isAbove = (node: Text, at: number) => {
    letter.setStart(node, at);
    letter.setEnd(node, at + 1);
    const rect = [...letter.getClientRects()].at(-1);
    return !rect || (rect.top + rect.bottom) / 2 < top;
  };
  for (let one = walker.nextNode(); one; one = walker.nextNode()) {
    if (one instanceof Element) {
      const rect = one.matches('img, svg') ? one.getBoundingClientRect() : undefined;
      if (rect && (rect.top + rect.bottom) / 2 >= top) return { node: one.parentNode as Node, offset: indexOf(one) };
      continue;
    }
    const node = one as Text;
    if (node.length === 0 || isAbove(node, node.length - 1)) continue;
    let low = 0;
    let high = node.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAbove(node, middle)) low = middle + 1;
      else high = middle;
    }
    return { node, offset: low };
  }
  return { node: element, offset: element.childNodes.length };
}

/**
 * Cuts a flow’s root at places that are given in order, and returns the parts after each of them. A divided element is
 * in both parts, in the second without its id. Marks that are not shown keep the stylesheet’s rules for first and last
 * children from applying at cuts.
 */
export function cutApart(root: HTMLElement, cuts: readonly FlowCut[]): DocumentFragment[] {
  const parts: DocumentFragment[] = [];
  const range = theRange();
  for (let i = cuts.length - 1; i >= 0; i--) {
    const { node, offset, through } = cuts[i] as FlowCut;
    range.setStart(node, offset);
    range.setEnd(root, root.childNodes.length);
    const part = range.extractContents();
    let clone = part.firstElementChild as HTMLElement | null;
    for (let k = through.length - 1; k >= 0 && clone; k--) {
      hideSeam(through[k] as HTMLElement, clone, through[k - 1]?.tagName === 'LI');
      clone = clone.querySelector(':scope > :not(.cut-mark, [data-repeated])');
    }
    parts.unshift(part);
  }
  return parts;
}

/**
 * Makes the two halves of a divided element look like one. `insideItem` is true if one of the element’s list items was
 * divided, too.
 */
function hideSeam(above: HTMLElement, below: HTMLElement, insideItem: boolean): void {
  below.removeAttribute('id');
  // Known by its tag, because to look up its computed `display` would take a new layout at each cut.
  if (
    /^(A|ABBR|B|BDI|BDO|CITE|CODE|DEL|DFN|EM|I|INS|KBD|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR)$/.test(
      above.tagName,
    ) &&
    !above.classList.contains('set-run')
  )
    return;
  above.classList.add('cut-below');
  below.classList.add('cut-above');
  if (above.tagName === 'OL') {
    const items = above.querySelectorAll(':scope > li:not(.cut-mark)').length;
    (below as HTMLOListElement).start = (above as HTMLOListElement).start + items - (insideItem ? 1 : 0);
  }
  if (above.tagName === 'TABLE') continueTable(above, below);
  if (above.classList.contains('set-lines') || /^(P|PRE|TR)$/.test(above.tagName)) return;
  const mark = () => {
    const element = document.createElement(/^(UL|OL)$/.test(above.tagName) ? 'li' : 'i');
    element.className = 'cut-mark';
    return element;
  };
  if (/^(TABLE|TBODY)$/.test(above.tagName)) return;
  above.append(mark());
  below.prepend(mark());
}
