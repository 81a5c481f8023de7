import type { JSHandle, Page } from 'puppeteer';
import type { Block, Galley, Inline, Pin, RunStyle } from './galley.ts';
import { lineProperties } from './line-properties.ts';

/** What a page’s indexes stand for. It stays in the browser. */
export interface Held {
  galley: Galley;
  pins: Pin[];
  /** Text nodes, by index. */
  nodes: Text[];
  /**
   * Of each block: its element; the `<br>`s that the text has itself; what stands in its lines, and what stands in it but not in its lines;
   * where it holds other blocks too, what of it is the text.
   */
  places: { element: HTMLElement; ends: Node[]; boxes: HTMLElement[]; apart: Element[]; run: ChildNode[] }[];
}

/**
 * Collects every block of a page that has lines of text, with its runs, measure and style. The author’s soft hyphens are taken out of the text.
 * Tables whose columns depend on what is in them are left out, and so are verse and code that keep their own spaces.
 */
export async function collect(page: Page): Promise<JSHandle<Held>> {
  return page.evaluateHandle(collectInPage, lineProperties);
}

function collectInPage(names: readonly string[]): Held {
  const galley: Galley = { blocks: [], styles: [], properties: [] };
  const held: Held = { galley, pins: [], nodes: [], places: [] };
  const softs = new Map<Text, number[]>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.includes('\u00ad')) continue;
    const offsets: number[] = [];
    node.data
      .split('\u00ad')
      .slice(0, -1)
      .reduce((offset, part) => {
        offsets.push(offset + part.length);
        return offset + part.length;
      }, 0);
    softs.set(node, offsets);
    node.data = node.data.replaceAll('\u00ad', '');
  }

  const px = (value: string) => Number.parseFloat(value) || 0;
  const styles = new Map<string, number>();
  const propertySets = new Map<string, number>();
  const widthCss = [
    'font-style',
    'font-weight',
    'font-size',
    'font-family',
    'font-stretch',
    'font-variant-caps',
    'font-variant-numeric',
    'font-variant-ligatures',
    'font-feature-settings',
    'letter-spacing',
    'text-transform',
  ];
  const styleOf = (css: CSSStyleDeclaration, lang: string): number => {
    const declarations = widthCss.map((name) => `${name}:${css.getPropertyValue(name)}`).join(';');
    const key = `${lang} ${declarations}`;
    let index = styles.get(key);
    if (index === undefined) {
      const style: RunStyle = { css: declarations, lang, size: px(css.fontSize), spacing: px(css.letterSpacing) };
      index = galley.styles.push(style) - 1;
      styles.set(key, index);
    }
    return index;
  };
  const propertiesOf = (css: CSSStyleDeclaration): number => {
    const values = names.map((name) => css.getPropertyValue(`--${name}`));
    const key = values.join('\n');
    let index = propertySets.get(key);
    if (index === undefined) {
      index = galley.properties.push(Object.fromEntries(names.map((name, i) => [name, (values[i] ?? '').trim()]))) - 1;
      propertySets.set(key, index);
    }
    return index;
  };

  interface Context {
    lang: string;
    place: string;
    divides: boolean;
  }
  interface Segment {
    parts: Inline[][];
    ends: Node[];
    boxes: HTMLElement[];
    apart: Element[];
    run: ChildNode[];
    clone: number;
    text: boolean;
    odd: boolean;
  }
  const newSegment = (): Segment => ({
    parts: [[]],
    ends: [],
    boxes: [],
    apart: [],
    run: [],
    clone: 0,
    text: false,
    odd: false,
  });
  const edge = (segment: Segment, width: number) => {
    if (width !== 0) segment.parts.at(-1)?.push({ kind: 'edge', width });
  };
  const contextOf = (element: Element, context: Context): Context => {
    const lang = element.getAttribute('lang');
    const at = element.getAttribute('data-pos');
    const divides = context.divides && !/^(H[1-6]|CODE|KBD|SAMP|PRE)$/.test(element.tagName);
    const place = at ?? (element.classList.contains('article') ? element.id : context.place);
    return { lang: lang ?? context.lang, place, divides };
  };
  const generated = (element: Element, which: '::before' | '::after', context: Context, segment: Segment) => {
    const css = getComputedStyle(element, which);
    const text = /^"(.*)"/.exec(css.content)?.[1];
    if (text === undefined || css.display !== 'inline' || css.position === 'absolute') return;
    edge(segment, px(css.marginLeft) + px(css.borderLeftWidth) + px(css.paddingLeft));
    if (text)
      segment.parts.at(-1)?.push({
        kind: 'run',
        node: -1,
        text,
        style: styleOf(css, context.lang),
        wraps: false,
        divides: false,
        anywhere: false,
      });
    edge(segment, px(css.marginRight) + px(css.borderRightWidth) + px(css.paddingRight));
  };

  const addText = (node: Text, css: CSSStyleDeclaration, context: Context, segment: Segment) => {
    if (/[^ \n\t\r]/.test(node.data)) segment.text = true;
    if (css.whiteSpaceCollapse !== 'collapse') segment.odd = true;
    const anywhere = css.overflowWrap === 'anywhere' || css.overflowWrap === 'break-word';
    const soft = softs.get(node);
    segment.parts.at(-1)?.push({
      kind: 'run',
      node: held.nodes.push(node) - 1,
      text: node.data,
      style: styleOf(css, context.lang),
      wraps: css.textWrapMode !== 'nowrap',
      divides: context.divides && css.hyphens !== 'none',
      anywhere,
      ...(soft ? { soft } : {}),
    });
  };
  const addInline = (element: HTMLElement, css: CSSStyleDeclaration, outer: Context, segment: Segment) => {
    const context = contextOf(element, outer);
    if (element.tagName === 'BR') {
      segment.ends.push(element);
      segment.parts.push([]);
      return;
    }
    if (element.tagName === 'WBR') {
      segment.parts.at(-1)?.push({ kind: 'wbr' });
      return;
    }
    if (css.display !== 'inline' || /^(IMG|svg|math|VIDEO|OBJECT)$/.test(element.tagName)) {
      const width = element.getBoundingClientRect().width + px(css.marginLeft) + px(css.marginRight);
      segment.parts.at(-1)?.push({ kind: 'box', width, text: element.textContent ?? '' });
      segment.boxes.push(element);
      return;
    }
    const left = px(css.marginLeft) + px(css.borderLeftWidth) + px(css.paddingLeft);
    const right = px(css.marginRight) + px(css.borderRightWidth) + px(css.paddingRight);
    const cloned = css.getPropertyValue('box-decoration-break') === 'clone' && left + right !== 0;
    if (cloned) segment.clone += left + right;
    else edge(segment, left);
    addChildren(element, css, context, segment);
    if (!cloned) edge(segment, right);
  };
  const addChildren = (element: Element, css: CSSStyleDeclaration, context: Context, segment: Segment) => {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) addText(child as Text, css, context, segment);
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = getComputedStyle(child as Element);
        if (inner.display === 'none') continue;
        if (inner.position === 'absolute' || inner.position === 'fixed') {
          segment.apart.push(child as Element);
          continue;
        }
        if (!/^(inline|ruby|contents)/.test(inner.display) || inner.float !== 'none') segment.odd = true;
        addInline(child as HTMLElement, inner, context, segment);
      }
    }
  };

  const close = (
    element: HTMLElement,
    css: CSSStyleDeclaration,
    segment: Segment,
    context: Context,
    mixed: boolean,
  ) => {
    if (!segment.text || segment.odd) return;
    const border =
      css.boxSizing === 'border-box'
        ? px(css.paddingLeft) + px(css.paddingRight) + px(css.borderLeftWidth) + px(css.borderRightWidth)
        : 0;
    const width = px(css.width) - border;
    if (width <= 0) return;
    const block: Block = {
      place: context.place,
      tag: element.tagName.toLowerCase(),
      measure: width - segment.clone,
      indent: px(css.textIndent),
      justified: css.textAlign === 'justify',
      balanced: css.textWrapStyle === 'balance',
      properties: propertiesOf(css),
      parts: segment.parts,
    };
    galley.blocks.push(block);
    held.places.push({
      element,
      ends: segment.ends,
      boxes: segment.boxes,
      apart: [...segment.apart, ...segment.boxes],
      run: mixed ? segment.run : [],
    });
  };
  const visit = (element: HTMLElement, css: CSSStyleDeclaration, outer: Context) => {
    const { display } = css;
    if (display === 'none' || /^(svg|math|IMG)$/.test(element.tagName)) return;
    if (display === 'table' && css.tableLayout !== 'fixed') return;
    const context = contextOf(element, outer);
    let segment = newSegment();
    const segments: Segment[] = [];
    let blocks = 0;
    const holds = /^(block|list-item|table-cell|table-caption|flow-root|inline-block)$/.test(display);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (!holds) continue;
        segment.run.push(child);
        addText(child as Text, css, context, segment);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = getComputedStyle(child as Element);
        if (inner.display === 'none') continue;
        if (inner.position === 'absolute' || inner.position === 'fixed') {
          segment.apart.push(child as Element);
          continue;
        }
        if (holds && /^inline/.test(inner.display) && inner.float === 'none') {
          segment.run.push(child);
          addInline(child as HTMLElement, inner, context, segment);
        } else {
          blocks++;
          segments.push(segment);
          segment = newSegment();
          visit(child as HTMLElement, inner, context);
        }
      }
    }
    segments.push(segment);
    // Only a block’s single stretch of text can be pinned by the block’s own style.
    const texts = segments.filter(({ text }) => text);
    if (texts.length !== 1 || !texts[0]) return;
    if (blocks === 0) generated(element, '::after', context, texts[0]);
    close(element, css, texts[0], context, blocks > 0);
  };
  const root = document.documentElement;
  visit(document.body, getComputedStyle(document.body), { lang: root.lang, place: '', divides: true });
  // A list item’s own words come before those of the list inside it.
  const first = (block: Block) => {
    for (const part of block.parts)
      for (const inline of part) if (inline.kind === 'run' && inline.node >= 0) return inline.node;
    return Number.POSITIVE_INFINITY;
  };
  const order = galley.blocks
    .map((block, index) => ({ index, at: first(block) }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const { blocks } = galley;
  const { places } = held;
  galley.blocks = order.map(({ index }) => blocks[index] as Block);
  held.places = order.map(({ index }) => places[index] as Held['places'][number]);
  held.places.forEach(({ element }, i) => {
    element.dataset.block = String(i);
  });
  return held;
}
