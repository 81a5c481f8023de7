import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { slotsOf } from '../manuscript/constructs/tables/slots.ts';
import { withoutNumber } from '../text/number-label.ts';
import type { Terms } from '../theme/terms.ts';
import { alignNumbers } from './align-numbers.ts';
import { classesOf } from './class-names.ts';
import { labelCells, stackingClass } from './stack-tables.ts';

/**
 * Puts every table into a box of its own, whose class says how narrow it may be before the table’s cells stand under
 * each other, each with its head. Where that does not help, the box scrolls; it can be reached without a mouse, and its
 * name is the table's label, “Table 1”.
 */
export function boxTables(tree: Root, words: Terms): void {
  visitParents(tree, 'element', (element, ancestors) => {
    const parent = ancestors.at(-1);
    if (element.tagName !== 'table' || !parent) return;
    const figure = ancestors.find((one): one is Element => one.type === 'element' && one.tagName === 'figure');
    const name = (figure && labelOf(figure)) ?? withoutNumber(words.table ?? '');
    const slots = slotsOf(element);
    const stacking = stackingClass(slots);
    if (stacking) labelCells(element, slots, words.colon ?? ':');
    alignNumbers(slots);
    delete element.properties.dataContinued;
    const box: Element = {
      type: 'element',
      tagName: 'div',
      properties: {
        className: ['table-box', ...(stacking ? [stacking] : [])],
        role: 'group',
        ariaLabel: name,
        tabIndex: 0,
      },
      children: [element],
    };
    parent.children.splice(parent.children.indexOf(element), 1, box);
    return SKIP;
  });
}

/** The label of a figure's caption. */
function labelOf(figure: Element): string | undefined {
  let label: string | undefined;
  visitParents(figure, 'element', (element) => {
    if (classesOf(element).includes('label')) label ??= textOf(element);
  });
  return label;
}
