import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/** Sets the scope of head cells in a table’s row or head, and replaces the obsolete attribute `align` by classes. */
export function setCells(element: Element): void {
  if (element.tagName === 'table') dropEmptyHead(element);
  if (element.tagName !== 'tr') return;
  const cells = element.children.filter((child): child is Element => child.type === 'element');
  // An empty cell in the corner of a head does not hold data.
  const hasData = cells.some((cell) => cell.tagName === 'td' && cell.children.length > 0);
  for (const cell of cells) {
    const { align, ...properties } = cell.properties;
    cell.properties = {
      ...properties,
      ...(align ? { className: [String(align)] } : {}),
      ...(cell.tagName === 'th' && !properties.scope ? { scope: hasData ? 'row' : 'col' } : {}),
    };
  }
}

/** Removes a head whose cells are all empty: in Markdown, this is how to write a table without a head. */
function dropEmptyHead(table: Element): void {
  const head = table.children.find((child): child is Element => child.type === 'element' && child.tagName === 'thead');
  if (!head || table.children.every((child) => child === head || child.type !== 'element' || child.tagName !== 'tbody'))
    return;
  const isEmpty = textOf(head).trim() === '' && !holdsImage(head);
  if (isEmpty) table.children = table.children.filter((child) => child !== head);
}

function holdsImage({ tagName, children }: Element): boolean {
  return tagName === 'img' || children.some((child) => child.type === 'element' && holdsImage(child));
}
