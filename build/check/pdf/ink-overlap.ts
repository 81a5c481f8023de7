import type { Colour } from '../../pdf-reading/content/colour.ts';
import { type GraphicsState, isTransparent } from '../../pdf-reading/content/graphics-state.ts';
import { type Inks, inksOf } from '../../pdf-reading/content/inks.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';

/** An area of a page painted in inks. */
interface InkedArea {
  box: Rectangle;
  inks: Inks;
  /** True if it hides everything below it. */
  covers: boolean;
}

/** The sums of inks that are painted over one another, page by page. */
export interface InkOverlap {
  /** Begins another page. */
  page(): void;
  /**
   * Paints an area, and returns the most ink that the colour makes with what is below, 1 for each full ink; undefined
   * if it adds nothing to that. Areas are taken as the rectangles around them. `stays` is true if later areas can be
   * painted over this one, which need not be recorded for letters.
   */
  lay(colour: Colour, box: Rectangle, state: GraphicsState, overprints: boolean, stays: boolean): number | undefined;
}

export function inkOverlap(): InkOverlap {
  let laid: InkedArea[] = [];
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
      const mixed: InkedArea[] = [];
      for (let i = laid.length - 1; mix && i >= 0; i--) {
        const below = laid[i] as InkedArea;
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
 * Returns how the amount of an ink below and the amount painted over it combine, where they may add up: in blend modes
 * that darken (ISO 32000-1, 11.3.5; inks are subtracted from white), and if the upper one overprints (8.6.7). Undefined
 * for other modes and for mere opacity, where the result has no more ink than one of the two.
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

function intersection(one: Rectangle, other: Rectangle): Rectangle | undefined {
  const [left, bottom] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [right, top] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined;
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}
