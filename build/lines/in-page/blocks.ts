import type { PlaceMark } from '../../issue/places.ts';
import {
  type BlockInPage,
  type Collecting,
  type Context,
  type Held,
  newSegment,
  pixels,
  type Segment,
} from './collecting.ts';
import { holdTables } from './hold-tables.ts';
import { addChild, addGenerated, contextIn } from './inline.ts';
import { elementsWithRules } from './line-rules.ts';
import { addPinRules } from './pin-rules.ts';
import { takeSoftHyphens } from './soft-hyphens.ts';
import { indexOfProperties, indexOfStyle } from './styles.ts';

/**
 * Collects every block of a page that has lines of text, with its runs, measure and style. The author’s soft hyphens
 * are taken out of the text, and the columns of tables are held; the document gets the rules that pins need. Verse and
 * code that keep their own spaces are left out.
 */
export function collectBlocks(names: readonly string[]): Held {
  addPinRules();
  const held: Held = { galley: { blocks: [], styles: [], properties: [] }, pins: [], nodes: [], places: [] };
  // A column is as wide as the words in it that may be divided let it be.
  holdTables();
  const softs = takeSoftHyphens();
  const ruled = elementsWithRules(names);
  const collecting: Collecting = { held, names, ruled, softs, styles: new Map(), properties: new Map() };
  const context = { lang: document.documentElement.lang, place: '' as PlaceMark, divides: true, properties: 0 };
  collectBlock(collecting, document.body, getComputedStyle(document.body), context);
  for (const [i, place] of held.places.entries()) {
    wrapStretch(place, (held.galley.blocks[i]?.indent ?? 0) === 0);
    place.element.dataset.block = String(i);
  }
  return held;
}

/** Collects a block’s own text and the blocks in it, in the order of the text. */
function collectBlock(collecting: Collecting, element: HTMLElement, css: CSSStyleDeclaration, outer: Context): void {
  const { display } = css;
  if (display === 'none' || /^(svg|math|IMG)$/.test(element.tagName)) return;
  const context = contextIn(element, outer);
  if (collecting.ruled.has(element)) context.properties = indexOfProperties(collecting, css);
  const holds = /^(block|list-item|table-cell|table-caption|flow-root|inline-block)$/.test(display);
  let known = -1;
  const style = () => {
    if (known < 0) known = indexOfStyle(collecting, css, context);
    return known;
  };
  let segment = newSegment();
  // What the browser puts into the first line.
  if (display === 'list-item' && css.listStylePosition === 'inside' && css.listStyleType !== 'none') segment.odd = true;
  const before = holds && addGenerated(collecting, element, '::before', context, segment);
  let blocks = 0;
  let floats = false;
  for (const child of element.childNodes) {
    if (holds && addChild(collecting, child, css, context, segment, style)) {
      segment.run.push(child);
      continue;
    }
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    const inner = getComputedStyle(child as Element);
    if (inner.display === 'none' || inner.position === 'absolute' || inner.position === 'fixed') continue;
    // What is generated stays outside of the element that is put around a stretch of text.
    if (blocks === 0 && before) segment.odd = true;
    enterBlock(collecting, element, css, segment, context, blocks);
    floats ||= inner.float !== 'none';
    segment = newSegment();
    segment.odd = floats;
    blocks++;
    collectBlock(collecting, child as HTMLElement, inner, context);
  }
  const after = holds && addGenerated(collecting, element, '::after', context, segment);
  if (blocks > 0 && after) segment.odd = true;
  const place = enterBlock(collecting, element, css, segment, context, blocks);
  if (place && blocks === 0) {
    place.run = [];
    place.after = after;
  }
}

/** Enters a stretch of a block’s text, if it can be set, as what follows so many blocks in it. */
function enterBlock(
  { held }: Collecting,
  element: HTMLElement,
  css: CSSStyleDeclaration,
  segment: Segment,
  context: Context,
  blocks: number,
): BlockInPage | undefined {
  if (!segment.text || segment.odd) return undefined;
  const edges =
    css.boxSizing === 'border-box'
      ? pixels(css.paddingLeft) + pixels(css.paddingRight) + pixels(css.borderLeftWidth) + pixels(css.borderRightWidth)
      : 0;
  const width = pixels(css.width) - edges;
  if (width <= 0) return undefined;
  held.galley.blocks.push({
    place: context.place,
    tag: element.tagName.toLowerCase(),
    measure: width - segment.cloned,
    // Only a block’s first line is indented.
    indent: blocks === 0 ? pixels(css.textIndent) : 0,
    justified: css.textAlign === 'justify',
    balanced: css.textWrapStyle === 'balance',
    properties: context.properties,
    parts: segment.parts,
  });
  const { ends, boxes, apart, run } = segment;
  const place = { element, ends, boxes, apart: [...apart, ...boxes], after: false, run };
  held.places.push(place);
  return place;
}

/** Puts an element around a stretch of text that stands beside blocks, so that it can be pinned by itself. */
function wrapStretch(place: BlockInPage, unindented: boolean): void {
  const said = place.run.filter((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim());
  const first = place.run.indexOf(said[0] as ChildNode);
  const last = place.run.indexOf(said.at(-1) as ChildNode);
  if (first < 0) return;
  const span = document.createElement('span');
  span.className = unindented ? 'set-run set-flush' : 'set-run';
  place.run[first]?.before(span);
  span.append(...place.run.slice(first, last + 1));
  place.element = span;
  place.run = [];
}
