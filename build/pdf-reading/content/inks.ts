import type { ColourSpace } from './colour.ts';

/** The amounts of ink of a colour, 0 to 1 each: cyan, magenta, yellow, black, and the sum of other inks. */
export type Inks = readonly [c: number, m: number, y: number, k: number, others: number];

/**
 * Returns the inks of a colour on the four-colour press whose profile the output intent is. Grey is black ink.
 * Undefined for RGB and Lab, which a profile turns into ink, and for patterns.
 */
export function inksOf(space: ColourSpace, values: readonly number[]): Inks | undefined {
  const at = (i: number) => Math.min(1, Math.max(0, values[i] ?? 0));
  switch (space.family) {
    case 'DeviceGray':
    case 'CalGray':
      return [0, 0, 0, 1 - at(0), 0];
    case 'DeviceCMYK':
      return [at(0), at(1), at(2), at(3), 0];
    case 'ICCBased':
      if (space.components === 1) return [0, 0, 0, 1 - at(0), 0];
      return space.components === 4 ? [at(0), at(1), at(2), at(3), 0] : undefined;
    case 'Indexed': {
      const { base, table } = space;
      if (!base || !table) return undefined;
      const from = Math.round(values[0] ?? 0) * base.components;
      return inksOf(
        base,
        [...table.subarray(from, from + base.components)].map((value) => value / 255),
      );
    }
    case 'Separation':
    case 'DeviceN': {
      const inks = [0, 0, 0, 0, 0] as [number, number, number, number, number];
      for (const [i, ink] of (space.inks ?? []).entries()) {
        const known = ['Cyan', 'Magenta', 'Yellow', 'Black'].indexOf(ink);
        if (ink === 'All') inks.fill(at(i), 0, 4);
        else if (known >= 0) inks[known] = at(i);
        else if (ink !== 'None') inks[4] += at(i);
      }
      return inks;
    }
    default:
      return undefined;
  }
}
