import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

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
