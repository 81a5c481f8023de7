import type { Colour } from '../../pdf-reading/content/colour.ts';
import { type Inks, inksOf } from '../../pdf-reading/content/inks.ts';
import { isTransparent, type State } from '../../pdf-reading/content/state.ts';
import type { Box } from '../../pdf-reading/pages.ts';

/** An area in plain inks, as it lies on a page. */
interface Laid {
  box: Box;
  inks: Inks;
  /** Whether nothing below it is seen. */
  covers: boolean;
}

/** Ink that lies upon ink, on one page after the other. */
export interface InkOverlap {
  /** Begins another page. */
  page(): void;
  /**
   * Lays a colour on an area, and returns the most ink that it makes with what lies there, 1 for each full ink; undefined where it does not add to that. Areas are taken as the
   * rectangles around them. `stays` is whether others come to lie on it: it does not have to for letters.
   */
  lay(colour: Colour, box: Box, state: State, overprints: boolean, stays: boolean): number | undefined;
}

export function inkOverlap(): InkOverlap {
  let laid: Laid[] = [];
  return {
    page() {
      laid = [];
    },
    lay(colour, box, state, overprints, stays) {
      const inks = colour.pattern ? undefined : inksOf(colour.space, colour.values);
      if (!inks) return undefined;
      const blend = state.blend === 'Normal' ? state.groupBlend : state.blend;
      const mix = mixing(blend, overprints && colour.space.family === 'DeviceCMYK' && state.overprintMode === 1);
      let most: number | undefined;
      const mixed: Laid[] = [];
      for (let i = laid.length - 1; mix && i >= 0; i--) {
        const below = laid[i] as Laid;
        const common = intersection(box, below.box);
        if (!common) continue;
        const both = below.inks.map((ink, at) => mix(ink, inks[at] ?? 0)) as unknown as Inks;
        most = Math.max(most ?? 0, sum(both));
        mixed.push({ box: common, inks: both, covers: below.covers });
        if (below.covers && contains(below.box, box)) break;
      }
      if (stays) laid.push({ box, inks, covers: !mix && !isTransparent(state) }, ...mixed.reverse());
      return most;
    },
  };
}

/**
 * What becomes of the share of an ink that lies below and of that which is laid upon it, where both may add up: in blend modes that darken (ISO 32000-1, 11.3.5; inks are
 * subtracted from white), and where what is laid overprints (8.6.7). In others, and of what is merely faint, no more ink comes than one of both has.
 */
function mixing(blend: string, overprints: boolean): ((below: number, above: number) => number) | undefined {
  switch (blend) {
    case 'Multiply':
      return (below, above) => below + above - below * above;
    case 'Darken':
      return Math.max;
    case 'ColorBurn':
    case 'HardLight':
    case 'Overlay':
    case 'SoftLight':
      return (below, above) => Math.min(1, below + above);
    default:
      return overprints ? (below, above) => (above > 0 ? above : below) : undefined;
  }
}

const sum = (inks: Inks) => inks.reduce((total: number, ink) => total + ink, 0);

function intersection(one: Box, other: Box): Box | undefined {
  const [left, bottom] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [right, top] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined;
}

function contains(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}
