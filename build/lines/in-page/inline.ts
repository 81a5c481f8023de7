import type { PlaceMark } from '../../issue/places.ts';
import type { Run } from '../collected.ts';
import { type Collecting, type Inherited, pixels, type Segment } from './collecting.ts';
import { indexOfStyle } from './styles.ts';

/** The properties that an element’s children inherit. */
export function inheritedBy(element: Element, outer: Inherited): Inherited {
  const lang = element.getAttribute('lang') ?? outer.lang;
  const own = element.getAttribute('data-pos') ?? (element.classList.contains('article') ? element.id : undefined);
  const place = (own as PlaceMark | undefined) ?? outer.place;
  const divides = outer.divides && !/^(H[1-6]|CODE|KBD|SAMP|PRE)$/.test(element.tagName);
  return { ...outer, lang, place, divides };
}

/** An element whose children are added to a line. */
export interface LineParent {
  css: CSSStyleDeclaration;
  /** What its children inherit. */
  inherited: Inherited;
  /** Returns the index of its style, which is entered only if it has text. */
  style: () => number;
}

/** An element as the parent of what stands in lines. */
export function lineParent(collecting: Collecting, css: CSSStyleDeclaration, inherited: Inherited): LineParent {
  let known = -1;
  const style = () => {
    if (known < 0) known = indexOfStyle(collecting, css, inherited);
    return known;
  };
  return { css, inherited, style };
}

/**
 * Adds a child of a block, or of an element in its lines, to a stretch of text. Returns false, and adds nothing, if it
 * is a block itself.
 */
export function addChild(
  collecting: Collecting,
  child: ChildNode,
  { css: parent, inherited, style }: LineParent,
  segment: Segment,
): boolean {
  if (child.nodeType === Node.TEXT_NODE) collectText(collecting, child as Text, parent, segment, style);
  if (child.nodeType !== Node.ELEMENT_NODE) return true;
  const css = getComputedStyle(child as Element);
  const { display } = css;
  if (display === 'none') return true;
  if (css.position === 'absolute' || css.position === 'fixed') segment.apart.push(child as Element);
  else if (css.float !== 'none' || !standsInLine(child as Element, display)) return false;
  else addInline(collecting, child as HTMLElement, css, inherited, segment);
  return true;
}

/** True if an element is part of a line; for one without a box of its own, if all of its children are. */
function standsInLine(element: Element, display: string): boolean {
  if (display !== 'contents') return /^(inline|ruby|math)/.test(display);
  return [...element.children].every((child) => {
    const inner = getComputedStyle(child);
    return inner.display === 'none' || standsInLine(child, inner.display);
  });
}

function collectText(
  collecting: Collecting,
  node: Text,
  css: CSSStyleDeclaration,
  segment: Segment,
  style: () => number,
): void {
  const { held, softs } = collecting;
  const text = node.data;
  if (!segment.text && /[^ \n\t\r]/.test(text)) segment.text = true;
  if (css.whiteSpaceCollapse !== 'collapse') segment.odd = true;
  const gap = node.parentElement?.matches('.formula-gap') ? node.parentElement.dataset.before : undefined;
  const formula = gap as Run['formula'];
  const soft = softs.get(node);
  segment.parts.at(-1)?.push({
    kind: 'run',
    node: held.nodes.push(node) - 1,
    text,
    style: style(),
    ...(soft ? { soft } : {}),
    ...(formula ? { formula } : {}),
  });
}

function addInline(
  collecting: Collecting,
  element: HTMLElement,
  css: CSSStyleDeclaration,
  outer: Inherited,
  segment: Segment,
): void {
  const tag = element.tagName;
  if (tag === 'BR') {
    segment.ends.push(element);
    segment.parts.push([]);
    return;
  }
  if (tag === 'WBR') {
    segment.parts.at(-1)?.push({ kind: 'wbr' });
    return;
  }
  const { display } = css;
  if (!/^(inline|contents)$/.test(display) || /^(IMG|svg|math|VIDEO|OBJECT)$/.test(tag)) {
    const width = element.getBoundingClientRect().width + pixels(css.marginLeft) + pixels(css.marginRight);
    // Between two pictures without a space there is no text in which a line could end.
    if (tag === 'IMG' && segment.parts.at(-1)?.at(-1)?.kind === 'box') segment.odd = true;
    segment.parts.at(-1)?.push({ kind: 'box', width, text: element.textContent ?? '' });
    segment.boxes.push(element);
    return;
  }
  const inherited = inheritedBy(element, outer);
  if (display === 'contents') {
    addChildren(collecting, element, css, inherited, segment);
    return;
  }
  const left = pixels(css.marginLeft) + pixels(css.borderLeftWidth) + pixels(css.paddingLeft);
  const right = pixels(css.marginRight) + pixels(css.borderRightWidth) + pixels(css.paddingRight);
  const cloned = left + right !== 0 && css.getPropertyValue('box-decoration-break') === 'clone';
  if (cloned) segment.cloned += left + right;
  else addEdge(segment, left);
  addGenerated(collecting, element, '::before', inherited, segment);
  addChildren(collecting, element, css, inherited, segment);
  addGenerated(collecting, element, '::after', inherited, segment);
  if (!cloned) addEdge(segment, right);
}

function addChildren(
  collecting: Collecting,
  element: Element,
  css: CSSStyleDeclaration,
  inherited: Inherited,
  segment: Segment,
): void {
  const parent = lineParent(collecting, css, inherited);
  for (const child of element.childNodes) {
    // A block in a line cannot be set.
    if (!addChild(collecting, child, parent, segment)) segment.odd = true;
  }
}

function addEdge(segment: Segment, width: number): void {
  if (width !== 0) segment.parts.at(-1)?.push({ kind: 'edge', width });
}

/** Adds the content that the stylesheet generates before or after an element’s text. Returns true if there is any. */
export function addGenerated(
  collecting: Collecting,
  element: Element,
  which: '::before' | '::after',
  inherited: Inherited,
  segment: Segment,
): boolean {
  const css = getComputedStyle(element, which);
  const { content } = css;
  if (content === 'none' || content === 'normal') return false;
  if (css.display !== 'inline' || css.position === 'absolute' || css.position === 'fixed') return false;
  // Counters and pictures cannot be measured in advance.
  const text = /^"((?:[^"\\]|\\.)*)"(?: \/ .*)?$/.exec(content)?.[1]?.replace(/\\(.)/g, '$1');
  if (text === undefined) {
    segment.odd = true;
    return true;
  }
  addEdge(segment, pixels(css.marginLeft) + pixels(css.borderLeftWidth) + pixels(css.paddingLeft));
  if (text) {
    const style = indexOfStyle(collecting, css, { ...inherited, divides: false });
    segment.parts.at(-1)?.push({ kind: 'run', node: -1, text, style });
  }
  addEdge(segment, pixels(css.marginRight) + pixels(css.borderRightWidth) + pixels(css.paddingRight));
  return true;
}
