import type { Element, Root } from 'xast';
import { nearestFace } from '../styles/nearest-face.ts';
import type { Face } from '../styles/style.ts';
import type { Cascade } from './cascade.ts';

/** A text for which a style asks for a slope or weight that its family does not have. */
export interface MissingSlope {
  family: string;
  /** The wanted slope or weight: `italic`, or a weight such as `600`. */
  asked: string;
  /** The one that is set: `upright`, or a weight. */
  given: string;
  first: Element;
  count: number;
}

/** Finds all such texts of a document, once for each family and wanted slope or weight. */
export function unmetSlopes(document: Root, cascade: Cascade, faces: readonly Face[]): MissingSlope[] {
  const found = new Map<string, MissingSlope>();
  const note = (family: string, asked: string, given: string, first: Element): void => {
    const key = `${family} ${asked}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { family, asked, given, first, count: 1 });
  };
  const visit = (node: Element | Root): void => {
    for (const child of node.children as Root['children']) {
      if (child.type === 'element' && !/^(head|svg|math)$/.test(child.name)) visit(child);
      if (child.type !== 'text' || node.type !== 'element' || !/[\p{L}\p{N}]/u.test(child.value)) continue;
      const { families, weight, italic } = cascade(node);
      const family = families.find((name) => faces.some((face) => face.family === name));
      const face = family && nearestFace(faces, family, weight, italic);
      if (!face) continue;
      if (face.italic !== italic)
        note(face.family, italic ? 'italics' : 'upright letters', italic ? 'upright letters' : 'italics', node);
      else if (Math.abs(face.weight - weight) >= 100)
        note(face.family, `weight ${weight}`, `weight ${face.weight}`, node);
    }
  };
  visit(document);
  return [...found.values()];
}
