import { coverageOf } from '../faces/coverage.ts';
import type { Face } from './style.ts';

/**
 * Finds the face of a family that is used for a weight and slope, by CSS Fonts 4, section 5.2; of two alike the later.
 * Undefined if the family has none.
 */
export function nearestFace(faces: readonly Face[], family: string, weight: number, italic: boolean): Face | undefined {
  const members = faces.filter((face) => face.family === family).reverse();
  const sloped = members.filter((face) => face.italic === italic);
  return (sloped.length > 0 ? sloped : members).toSorted((a, b) => cost(a.weight, weight) - cost(b.weight, weight))[0];
}

/**
 * Finds the face that sets a text: of the first family in a list that has glyphs for all of it, in the nearest weight
 * and slope. A family in slices may have several faces of one weight and slope. Undefined if no family has all glyphs.
 */
export function faceFor(
  faces: readonly Face[],
  { families, weight, italic }: { families: readonly string[]; weight: number; italic: boolean },
  text: string,
): Face | undefined {
  for (const family of families) {
    const nearest = nearestFace(faces, family, weight, italic);
    if (!nearest) continue;
    const alike = faces.filter(
      (face) => face.family === family && face.weight === nearest.weight && face.italic === nearest.italic,
    );
    const found = alike.findLast(({ data }) => coverageOf(data)(text));
    if (found) return found;
  }
  return undefined;
}

/**
 * Smaller is nearer. For weights up to 500 lighter faces come first, for others bolder ones; 400 and 500 replace each
 * other before all.
 */
function cost(has: number, wanted: number): number {
  const far = Math.abs(has - wanted);
  if (far === 0) return 0;
  if (wanted >= 400 && wanted <= 500 && has > wanted && has <= 500) return far;
  const wrongSide = wanted <= 500 ? has > wanted : has < wanted;
  return wrongSide ? far + 1000 : wanted <= 500 ? far + 200 : far;
}
