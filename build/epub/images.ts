import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Picture } from '../issue/model.ts';

/** Gives images whole numbers for a size: XHTML allows no others. */
export function roundImages(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    // That it decorates, its empty alternative says.
    delete properties.className;
    for (const side of ['width', 'height'] as const) {
      if (properties[side] !== undefined) properties[side] = Math.max(1, Math.round(Number(properties[side])));
    }
  });
}

/** Gives images the sizes of their pictures as the e-book has them, which may be smaller than those of the manuscript. */
export function sizeImages(tree: Root, pictures: readonly Picture[]): void {
  const sizes = new Map(pictures.map(({ name, width, height }) => [`images/${name}`, { width, height }]));
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img') Object.assign(properties, sizes.get(String(properties.src)));
  });
}
