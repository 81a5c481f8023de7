import { baseSpace, type Colour } from './colour.ts';
import { inksOf } from './inks.ts';

/**
 * Returns a colour as red, green and blue, 0 to 1, approximated without profiles: enough to tell whether two look
 * alike. Undefined for patterns and for inks other than the four.
 */
export function rgbOf(colour: Colour): readonly number[] | undefined {
  const known = tones.get(colour);
  if (known) return known;
  const tone = mixRgb(colour);
  if (tone) tones.set(colour, tone);
  return tone;
}

/** The same colour is looked up at every word. */
const tones = new WeakMap<Colour, readonly number[]>();

function mixRgb({ space, values, pattern }: Colour): readonly number[] | undefined {
  if (pattern) return undefined;
  const { family, components } = baseSpace(space);
  if (/^(DeviceRGB|CalRGB)$/.test(family) || (family === 'ICCBased' && components === 3)) return values;
  const inks = inksOf(space, values);
  if (!inks || inks[4] > 0) return undefined;
  const [c, m, y, k] = inks;
  return [c, m, y].map((ink) => 1 - Math.min(1, ink + k));
}

/** True if two colours look the same. */
export const isSameRgb = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, i) => Math.abs(value - (other[i] ?? 0)) < 0.04);
