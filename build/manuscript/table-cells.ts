import type { Element } from 'hast';

/** Says what the head cells of a table’s row or head are heads of, and makes classes of alignment: the attribute `align` is obsolete. */
export function setCells(element: Element): void {
  if (element.tagName !== 'tr') return;
  const cells = element.children.filter((child): child is Element => child.type === 'element');
  // An empty cell in the corner of a head is none of data.
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
