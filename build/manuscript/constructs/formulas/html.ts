import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { DrawnFormula } from '../../../issue/drawn-formula.ts';
import type { DisplayedFormula, Formula } from '../../tree.ts';
import { elementFor, propertiesOf, withClasses } from '../html-element.ts';

/** Handlers for formulas: MathML, with the outlines beside it. */
export const formulasToHtml = {
  formula: (state: State, node: Formula) => mathOf(state, node),
  displayedFormula(state: State, node: DisplayedFormula) {
    if (node.defines) return undefined;
    const { number } = node.data ?? {};
    const label = node.tag ?? number;
    const children: ElementContent[] = [mathOf(state, node)];
    if (label !== undefined)
      children.push(
        { type: 'text', value: ' ' },
        {
          type: 'element',
          tagName: 'span',
          properties: { className: ['formula-number'] },
          children: [{ type: 'text', value: `(${label})` }],
        },
      );
    const properties = withClasses(propertiesOf(node), 'formula');
    return elementFor(
      state,
      node,
      'div',
      { ...properties, ...(label === undefined ? {} : { dataNumber: String(label) }) },
      children,
    );
  },
};

/**
 * The `math` element of a formula. Listeners hear its author’s words, or those that are made of it, or else its TeX.
 * One that was not set, because only the tree was asked for, has no content.
 */
function mathOf(state: State, node: Formula | DisplayedFormula): Element {
  const { made } = node.data ?? {};
  const attributes = node.type === 'formula' ? propertiesOf(node) : {};
  const element: Element = elementFor(
    state,
    node,
    'math',
    {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      ...attributes,
      alttext: node.alt ?? made?.spoken ?? node.value.replace(/\s+/g, ' '),
      ...(node.type === 'displayedFormula' ? { display: 'block' } : {}),
    },
    made?.mathml ?? [],
  );
  if (made) {
    const { whole, pieces, rows } = made;
    const formula: DrawnFormula = { whole, ...(pieces ? { pieces } : {}), ...(rows ? { rows } : {}) };
    element.data = { formula, tex: node.value } as never;
  }
  return element;
}
