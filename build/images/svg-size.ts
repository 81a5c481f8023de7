import type { Element } from 'xast';

/** The size of a drawing in CSS px. */
export interface SvgSize {
  width: number;
  height: number;
  /**
   * True if the drawing states it; else it is the size that browsers use for drawings without one, and larger drawings
   * are cut off.
   */
  told: boolean;
}

/**
 * Gives an SVG a size in px: its own width and height, else those of its view box; lengths in percent count as missing.
 * Throws a TypeError if nothing of it would be visible.
 */
export function settleSize(svg: Element): SvgSize {
  const box = boxOf(svg.attributes.viewBox);
  if (!box) delete svg.attributes.viewBox;
  const styled = takeStyled(svg);
  const [saidWidth, saidHeight] = [
    length(styled.width) ?? length(svg.attributes.width),
    length(styled.height) ?? length(svg.attributes.height),
  ];
  const ratio = box ? box.height / box.width : undefined;
  const width = saidWidth ?? (saidHeight && ratio ? saidHeight / ratio : (box?.width ?? 300));
  const height = saidHeight ?? (ratio ? width * ratio : 150);
  if (!(width > 0 && height > 0)) throw new TypeError('it has no width and height');
  const size = { width: round(width), height: round(height) };
  svg.attributes.width = String(size.width);
  svg.attributes.height = String(size.height);
  svg.attributes.viewBox ??= `0 0 ${size.width} ${size.height}`;
  return { ...size, told: Boolean(box) || (saidWidth !== undefined && saidHeight !== undefined) };
}

/** Undefined for a view box that is missing or does not have four numbers; browsers ignore such a one. */
function boxOf(value: string | null | undefined): { width: number; height: number } | undefined {
  const numbers = (value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || width < 0 || height < 0) return undefined;
  if (width === 0 || height === 0) throw new TypeError('its viewBox is empty');
  return { width, height };
}

/** Removes width and height from `style`, since they would override the attributes. */
function takeStyled({ attributes }: Element): Record<string, string> {
  const found: Record<string, string> = {};
  const others = (attributes.style ?? '').split(';').filter((declaration) => {
    const [, name, value] = /^\s*((?:max-|min-)?(?:width|height))\s*:(.*)$/is.exec(declaration) ?? [];
    if (name && value) found[name.toLowerCase()] = value;
    return !name && declaration.trim();
  });
  if (others.length > 0) attributes.style = others.join(';');
  else delete attributes.style;
  return found;
}

const perUnit: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/** CSS px of an SVG length; undefined for none and for percentages. */
function length(value: string | null | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value ?? '') ?? [];
  const px = perUnit[unit.toLowerCase()];
  return number === undefined || px === undefined ? undefined : Number(number) * px;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
