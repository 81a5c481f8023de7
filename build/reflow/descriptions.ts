import type { Element, ElementContent, Root } from 'hast';
import type { FigureDescription } from '../issue/model.ts';
import { SKIP, visit } from '../text/visit.ts';
import type { Terms } from '../theme/terms.ts';

/**
 * Puts the long description of each figure below it, folded up, and links the picture to it (ARIA 1.2, aria-details).
 */
export function describeFigures(tree: Root, descriptions: readonly FigureDescription[], words: Terms): void {
  visit(tree, 'element', (figure, index, parent) => {
    const description = descriptions.find((one) => one.figure === figure.properties.id);
    if (figure.tagName !== 'figure' || !description || !parent || index === undefined) return;
    const id = `${description.figure}-description`;
    visit(figure, 'element', (image) => {
      if (image.tagName === 'img') image.properties.ariaDetails = id;
    });
    const summary: Element = {
      type: 'element',
      tagName: 'summary',
      properties: {},
      children: [{ type: 'text', value: words.description ?? '' }],
    };
    const details: Element = {
      type: 'element',
      tagName: 'details',
      properties: { className: ['description'], id },
      children: [summary, ...(structuredClone(description.body) as ElementContent[])],
    };
    parent.children.splice(index + 1, 0, details);
    return [SKIP, index + 2];
  });
}
