/** The size and the margins of the pages of a name, in px. */
interface PageSheet {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/**
 * The result of the stylesheet’s `@page` rules for the pages of a name on one side, after CSS Paged Media 3: the more
 * specific rule wins, then the later.
 */
export function pageSheet(name: string, side: 'left' | 'right'): PageSheet {
  const rules: { weight: number; style: CSSPageDescriptors }[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSPageRule)) continue;
      for (const selector of rule.selectorText === '' ? [''] : rule.selectorText.split(',')) {
        const [, named = '', pseudo = ''] = /^\s*([^:\s]*)(:[\w-]+)?\s*$/.exec(selector) ?? [];
        if (named !== '' && named !== name) continue;
        if (pseudo !== '' && pseudo !== `:${side}`) continue;
        rules.push({ weight: (named ? 2 : 0) + (pseudo ? 1 : 0), style: rule.style });
      }
    }
  }
  rules.sort((a, b) => a.weight - b.weight);
  let size = '';
  const margins = { top: '', right: '', bottom: '', left: '' };
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  for (const { style } of rules) {
    size = style.getPropertyValue('size') || size;
    const all = style.getPropertyValue('margin');
    for (const edge of sides) {
      const own = style.getPropertyValue(`margin-${edge}`);
      if (own) margins[edge] = own;
      // A shorthand with custom properties in it has no longhands.
      else if (all) margins[edge] = computedValue(all, `margin-${edge}`, 'margin');
    }
  }
  const [width, height] = pageSize(size);
  const margin = (value: string) => Number.parseFloat(computedValue(value || '0px', 'margin-top'));
  return {
    width,
    height,
    top: margin(margins.top),
    right: margin(margins.right),
    bottom: margin(margins.bottom),
    left: margin(margins.left),
  };
}

/**
 * The value of a length, or another value, as the browser computes it inside an element:
 * `computedValue('3mm', 'margin-top')` is `11.3386px`.
 */
export function computedValue(
  value: string,
  property: string,
  shorthand = property,
  within: Element = document.body,
): string {
  const probe = document.createElement('div');
  probe.style.position = 'absolute';
  probe.style.setProperty(shorthand, value);
  within.append(probe);
  const computed = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return computed;
}

/** The width and height of a page in px, from the value of `size`. */
function pageSize(value: string): [number, number] {
  // Sizes of ISO 216, ISO 217 and North American paper, in mm.
  const papers: Record<string, [number, number]> = {
    a5: [148, 210],
    a4: [210, 297],
    a3: [297, 420],
    b5: [176, 250],
    b4: [250, 353],
    'jis-b5': [182, 257],
    'jis-b4': [257, 364],
    letter: [215.9, 279.4],
    legal: [215.9, 355.6],
    ledger: [279.4, 431.8],
  };
  const words: string[] = value.toLowerCase().match(/[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s]+/g) ?? [];
  const paper = papers[words.find((word) => word in papers) ?? ''];
  const landscape = words.includes('landscape');
  if (paper || words.length === 0 || words.every((word) => /^(auto|portrait|landscape)$/.test(word))) {
    const [short, long] = (paper ?? [215.9, 279.4]).map((mm) => (mm * 96) / 25.4) as [number, number];
    return landscape ? [long, short] : [short, long];
  }
  const [width = '', height = width] = words;
  return [exactPixels(width), exactPixels(height)];
}

/** A length in px, more exact than the browser’s 64ths of a pixel: it computes 64 times the length. */
function exactPixels(length: string): number {
  return Number.parseFloat(computedValue(`calc(${length} * 64)`, 'width')) / 64;
}

/** The stylesheet’s rules for cutting sheets; PDF points. */
export interface Trimming {
  /** The page after cutting. */
  width: number;
  height: number;
  /** The width of the colour beyond the edge of the cut. */
  bleed: number;
  marks: MarkStyle;
  /** The names of pages whose background ends at the cut, because their sheet is not larger; empty for plain ones. */
  cutOff: string[];
}

/** The marks outside the bleed; PDF points. */
export interface MarkStyle {
  crop: boolean;
  cross: boolean;
  /** The distance from the trim to a crop mark. */
  offset: number;
  length: number;
  weight: number;
}

/** Reads how sheets are cut: the size of plain pages, and custom properties of the root. */
export function readTrimming(): Trimming {
  const css = getComputedStyle(document.documentElement);
  const token = (name: string, initial: string) => css.getPropertyValue(name).trim() || initial;
  const points = (px: number) => px * 0.75;
  const { width, height } = pageSheet('', 'right');
  const bleed = exactPixels(token('--bleed', '3mm'));
  const marks = token('--marks', 'crop').split(/\s+/);
  const cutOff = new Set<string>();
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSPageRule) || !hasGround(rule.style)) continue;
      for (const [name = ''] of rule.selectorText.split(',').map((one) => one.trim().split(':')))
        if (pageSheet(name, 'right').width < width + bleed) cutOff.add(name);
    }
  return {
    width: points(width),
    height: points(height),
    bleed: points(bleed),
    marks: {
      crop: marks.includes('crop'),
      cross: marks.includes('cross'),
      offset: points(Math.max(bleed, exactPixels(token('--mark-offset', '3mm')))),
      length: points(exactPixels(token('--mark-length', '5mm'))),
      weight: points(exactPixels(token('--mark-weight', '0.25pt'))),
    },
    cutOff: bleed > 0 ? [...cutOff] : [],
  };
}

/** True if a page is painted with anything but the white of the paper. */
function hasGround(style: CSSPageDescriptors): boolean {
  const [colour, image] = ['background-color', 'background-image'].map((name) => style.getPropertyValue(name));
  if (image && image !== 'none' && image !== 'initial') return true;
  const computed = colour && computedValue(colour, 'background-color');
  return Boolean(computed) && !/^rgba\(.*, 0\)$|^rgb\(255, 255, 255\)$/.test(computed ?? '');
}
