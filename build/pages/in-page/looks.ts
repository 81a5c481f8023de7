import type { Row } from '../flow.ts';

/** True for the tag of a heading. */
export function isHeading(tag: string): boolean {
  return /^H[1-6]$/.test(tag);
}

/** True if an element has a background or a border, so that its padding is seen. */
export function isBoxed(css: CSSStyleDeclaration): boolean {
  return (
    Number.parseFloat(css.borderTopWidth) > 0 ||
    Number.parseFloat(css.borderBottomWidth) > 0 ||
    css.backgroundImage !== 'none' ||
    !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(css.backgroundColor)
  );
}

/** True if an element contains blocks. */
export function hasBlocks(element: Element): boolean {
  for (const child of element.children) {
    if (child.classList.contains('set-run')) return true;
    if (isOfLines(child)) continue;
    const { display, position, float } = getComputedStyle(child);
    if (display === 'none' || position === 'absolute' || float !== 'none') continue;
    if (!/^(inline|ruby|contents)/.test(display)) return true;
  }
  return false;
}

/** True for what pinned lines are made with: most elements are such, and the style of none need be asked. */
function isOfLines({ localName, className }: Element): boolean {
  return localName === 'br' || (localName === 'span' && /^set-(?:hyphen|hang|fill|spaced)$/.test(className));
}

/** True if an element is a paragraph or the like, without blocks in it. */
export function hasOnlyLines(element: Element): boolean {
  return /^(P|LI|DT|DD|TD|TH|FIGCAPTION)$/.test(element.tagName) && !hasBlocks(element);
}

/** The kind of row that a whole element makes. */
export function rowKind(element: Element): Row['kind'] {
  if (isHeading(element.tagName)) return 'heading';
  if (element.matches('.pullquote')) return 'quote';
  if (element.matches('.formula')) return 'box';
  if (element.matches('figure, img, svg, table') || element.querySelector('img, svg')) return 'picture';
  if (element.matches('hr, li, p')) return 'text';
  return 'box';
}

const displays = 'blockquote, figure, pre, .verse, .letter, .dialogue, .display, .formula, .box, .pullquote';

/**
 * The display that an element is a part of, such as a quotation with its source, verse or a figure with its caption:
 * the outermost, if one stands in another.
 */
export function displayOf(element: Element): Element | undefined {
  let display: Element | undefined;
  for (let at = element.closest(displays); at; at = at.parentElement?.closest(displays) ?? null) display = at;
  return display;
}

/** The stanza or the entry of a bibliography that an element is, or is a line of. */
export function stanzaOrEntry(element: Element): Element | undefined {
  return element.closest('.stanza, .references li') ?? undefined;
}
