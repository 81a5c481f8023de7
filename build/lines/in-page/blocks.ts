import type { PlaceMark } from '../../issue/places.ts';
import type { Block } from '../collected.ts';
import {
  type BlockInPage,
  type Collecting,
  type HeldBlocks,
  type Inherited,
  newSegment,
  pixels,
  type Segment,
} from './collecting.ts';
import { fixFormulas } from './fix-formulas.ts';
import { fixTableWidths } from './fix-table-widths.ts';
import { fixVerse } from './fix-verse.ts';
import { addChild, addGenerated, inheritedBy, type LineParent, lineParent } from './inline.ts';
import { elementsWithRules } from './line-rules.ts';
import { addPinRules } from './pin-rules.ts';
import { takeSoftHyphens } from './soft-hyphens.ts';
import { indexOfProperties } from './styles.ts';

/**
 * Collects every block of a page that has lines of text, with its runs, measure and style. The author’s soft hyphens
 * are taken out of the text, the columns of tables and the places of verse are fixed, and the rules for pins are added.
 * Code that keeps its own spaces is left out.
 */
export function collectBlocks(names: readonly string[]): HeldBlocks {
  addPinRules();
  const held: HeldBlocks = { collected: { blocks: [], styles: [], properties: [] }, pins: [], nodes: [], places: [] };
  // Before soft hyphens go: a column is as narrow as they allow.
  fixTableWidths(document.querySelectorAll('table'));
  fixVerse();
  fixFormulas();
  const softs = takeSoftHyphens();
  const ruled = elementsWithRules(names);
  const collecting: Collecting = { held, names, ruled, softs, styles: new Map(), properties: new Map() };
  const inherited = {
    lang: document.documentElement.lang,
    place: '' as PlaceMark,
    direction: 'ltr',
    divides: true,
    properties: 0,
  };
  collectBlock(collecting, document.body, getComputedStyle(document.body), inherited);
  markWholeLasts(held.collected.blocks);
  for (const [i, place] of held.places.entries()) {
    wrapStretch(place, (held.collected.blocks[i]?.indent ?? 0) === 0);
    place.element.dataset.block = String(i);
  }
  return held;
}

/** Marks the paragraphs before headings, whatever figure or table stands between. */
function markWholeLasts(blocks: readonly Block[]): void {
  let text: Block | undefined;
  for (const block of blocks) {
    if (/^h[2-6]$/.test(block.tag) && text) text.wholeLast = true;
    if (!/^(figcaption|caption|t[dh])$/.test(block.tag)) text = block;
  }
}

/** Collects a block’s own text and the blocks in it, in the order of the text. */
function collectBlock(collecting: Collecting, element: HTMLElement, css: CSSStyleDeclaration, outer: Inherited): void {
  const { display } = css;
  if (display === 'none' || /^(svg|math|IMG)$/.test(element.tagName)) return;
  const inherited = inheritedBy(element, outer);
  if (collecting.ruled.has(element)) inherited.properties = indexOfProperties(collecting, css);
  inherited.direction = css.direction;
  const holds = /^(block|list-item|table-cell|table-caption|flow-root|inline-block)$/.test(display);
  const parent = lineParent(collecting, css, inherited);
  let segment = newSegment();
  // The browser puts the marker into the first line.
  if (display === 'list-item' && css.listStylePosition === 'inside' && css.listStyleType !== 'none') segment.odd = true;
  const before = holds && addGenerated(collecting, element, '::before', inherited, segment);
  let blocks = 0;
  let floats = false;
  for (const child of element.childNodes) {
    if (holds && addChild(collecting, child, parent, segment)) {
      segment.run.push(child);
      continue;
    }
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    const inner = getComputedStyle(child as Element);
    if (inner.display === 'none' || inner.position === 'absolute' || inner.position === 'fixed') continue;
    // Generated content stays outside the element that is put around a stretch of text.
    if (blocks === 0 && before) segment.odd = true;
    enterBlock(collecting, element, parent, segment, blocks);
    floats ||= inner.float !== 'none';
    segment = newSegment();
    segment.odd = floats;
    blocks++;
    collectBlock(collecting, child as HTMLElement, inner, inherited);
  }
  const after = holds && addGenerated(collecting, element, '::after', inherited, segment);
  if (blocks > 0 && after) segment.odd = true;
  const place = enterBlock(collecting, element, parent, segment, blocks);
  if (place && blocks === 0) {
    place.run = [];
    place.after = after;
  }
}

/** Adds a stretch of a block’s text, if it can be set. `blocks` is the number of blocks before it in the block. */
function enterBlock(
  { held }: Collecting,
  element: HTMLElement,
  { css, inherited }: LineParent,
  segment: Segment,
  blocks: number,
): BlockInPage | undefined {
  if (!segment.text || segment.odd) return undefined;
  const edges =
    css.boxSizing === 'border-box'
      ? pixels(css.paddingLeft) + pixels(css.paddingRight) + pixels(css.borderLeftWidth) + pixels(css.borderRightWidth)
      : 0;
  const width = pixels(css.width) - edges;
  if (width <= 0) return undefined;
  held.collected.blocks.push({
    place: inherited.place,
    tag: element.tagName.toLowerCase(),
    measure: width - segment.cloned,
    // Only a block’s first line is indented.
    indent: blocks === 0 ? pixels(css.textIndent) : 0,
    justified: css.textAlign === 'justify',
    balanced: css.textWrapStyle === 'balance',
    properties: inherited.properties,
    parts: segment.parts,
  });
  const { ends, boxes, apart, run } = segment;
  const place = { element, ends, boxes, apart: [...apart, ...boxes], after: false, run };
  held.places.push(place);
  return place;
}

/** Puts an element around a stretch of text that stands beside blocks, so that it can be pinned by itself. */
function wrapStretch(place: BlockInPage, unindented: boolean): void {
  const shown = place.run.filter((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim());
  const first = place.run.indexOf(shown[0] as ChildNode);
  const last = place.run.indexOf(shown.at(-1) as ChildNode);
  if (first < 0) return;
  const span = document.createElement('span');
  span.className = unindented ? 'set-run set-flush' : 'set-run';
  place.run[first]?.before(span);
  span.append(...place.run.slice(first, last + 1));
  place.element = span;
  place.run = [];
}
