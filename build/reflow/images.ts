import type { Root } from 'hast';
import type { Picture } from '../issue/model.ts';
import { visit } from '../text/visit.ts';

/** Rounds the sizes of images: XHTML allows only whole numbers. */
export function roundImages(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    // The class says that a picture decorates; in a book its empty alternative text does.
    delete properties.className;
    for (const side of ['width', 'height'] as const) {
      if (properties[side] !== undefined) properties[side] = Math.max(1, Math.round(Number(properties[side])));
    }
  });
}

/** Gives images the sizes of their pictures in the e-book, which may be smaller than those in the manuscript. */
export function sizeImages(tree: Root, pictures: readonly Picture[]): void {
  const sizes = new Map(pictures.map(({ name, width, height }) => [`images/${name}`, { width, height }]));
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img') Object.assign(properties, sizes.get(String(properties.src)));
  });
}
