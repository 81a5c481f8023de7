import { type Colour, plainSpace } from './colour.ts';
import { inksOf } from './inks.ts';

/** A colour as red, green and blue, 0 to 1, as nearly as can be told without profiles: enough to say whether two look alike. Undefined for patterns and inks of other names. */
export function toneOf(colour: Colour): readonly number[] | undefined {
  const known = tones.get(colour);
  if (known) return known;
  const tone = readTone(colour);
  if (tone) tones.set(colour, tone);
  return tone;
}

/** The same colour is asked for at every word. */
const tones = new WeakMap<Colour, readonly number[]>();

function readTone({ space, values, pattern }: Colour): readonly number[] | undefined {
  if (pattern) return undefined;
  const { family, components } = plainSpace(space);
  if (/^(DeviceRGB|CalRGB)$/.test(family) || (family === 'ICCBased' && components === 3)) return values;
  const inks = inksOf(space, values);
  if (!inks || inks[4] > 0) return undefined;
  const [c, m, y, k] = inks;
  return [c, m, y].map((ink) => 1 - Math.min(1, ink + k));
}

/** Whether nobody can tell one tone from the other. */
export const sameTone = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, i) => Math.abs(value - (other[i] ?? 0)) < 0.04);
