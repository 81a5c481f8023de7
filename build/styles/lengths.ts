import { calc } from '@csstools/css-calc';

/** Works out the sums of a CSS value: `calc(170mm / 10)` is `17mm`. A sum that cannot be computed stays as it is. */
export function workOut(value: string): string {
  return /\(/.test(value) ? calc(value, { precision: 6 }) : value;
}

const inPoints: Record<string, number> = {
  pt: 1,
  px: 0.75,
  in: 72,
  pc: 12,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  q: 18 / 25.4,
};

/**
 * Returns a length in points; `em` is the length of one em. Undefined if it is not a length, or is relative to
 * something else.
 */
export function points(value: string | undefined, em?: number): number | undefined {
  if (value === undefined) return undefined;
  const [, number = '', unit = ''] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*)\s*$/i.exec(workOut(value)) ?? [];
  if (number === '') return undefined;
  const factor = unit.toLowerCase() === 'em' ? em : inPoints[unit.toLowerCase()];
  if (factor === undefined) return Number(number) === 0 && unit === '' ? 0 : undefined;
  return Number(number) * factor;
}

/** Writes a length in points for people: `12.75 pt`, or `214.5 mm`. */
export function shown(length: number, unit: 'pt' | 'mm' = 'mm'): string {
  const value = unit === 'mm' ? length / (72 / 25.4) : length;
  return `${Number(value.toFixed(unit === 'mm' ? 1 : 2))} ${unit}`;
}
