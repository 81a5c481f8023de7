/** Cyan, magenta, yellow and black, each from 0 (none) to 1 (solid). */
export type Ink = readonly [cyan: number, magenta: number, yellow: number, black: number];

/**
 * Limits the sum of all four inks, e.g. to 3 for 300 %: paper takes no more, and any excess sets off on the next sheet.
 * Black stays, because it carries the drawing; the colours are reduced in proportion.
 */
export function limitInk([cyan, magenta, yellow, black]: Ink, limit: number): Ink {
  const colours = cyan + magenta + yellow;
  if (colours + black <= limit) return [cyan, magenta, yellow, black];
  const share = Math.max(0, limit - black) / colours;
  return [cyan * share, magenta * share, yellow * share, Math.min(black, limit)];
}

/**
 * The share of black ink for each of the screen’s 256 greys: as light, between paper and solid black, as the grey is
 * between white and black. `ofInk[k]` is the lightness L* of black ink at k/255, falling; `ofGrey[g]` the lightness of
 * a grey on the screen, rising.
 */
export function blackForGreys(ofInk: readonly number[], ofGrey: readonly number[]): number[] {
  const [paper = 100, solid = 0] = [ofInk[0], ofInk[255]];
  const [dark = 0, light = 100] = [ofGrey[0], ofGrey[255]];
  return ofGrey.map((lightness, grey) => {
    if (grey === 0) return 1;
    if (grey === 255) return 0;
    const wanted = solid + ((lightness - dark) / (light - dark)) * (paper - solid);
    const above = ofInk.findIndex((one) => one <= wanted);
    if (above <= 0) return above === 0 ? 0 : 1;
    const [before = paper, after = solid] = [ofInk[above - 1], ofInk[above]];
    return (above - (wanted - after) / (before - after || 1)) / 255;
  });
}
