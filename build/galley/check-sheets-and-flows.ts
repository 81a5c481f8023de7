import type { Element, Root } from 'xast';
import { TemplateError } from '../theme/templates.ts';

/**
 * Checks that pages can be made up from a print document: each child of its body is a sheet, which is one page, or a
 * flow, which is made up into as many as needed. Any other would be printed between the pages, and make their folios
 * wrong. Throws {@link TemplateError}.
 */
export function checkSheetsAndFlows(document: Root, template: string): void {
  const body = find(document.children as Element[], 'body');
  for (const child of body?.children ?? []) {
    if (child.type === 'text' && !child.value.trim()) continue;
    const classes = child.type === 'element' ? (child.attributes.class ?? '').split(/\s+/) : [];
    if (child.type === 'comment' || classes.includes('sheet') || classes.includes('flow')) continue;
    const what = child.type === 'element' ? `<${child.name} class="${child.attributes.class ?? ''}">` : 'Text';
    throw new TemplateError(
      template,
      1,
      `${what} in the body is neither a sheet (one page) nor a flow (pages are made up from it): give it the class sheet or flow`,
    );
  }
}

function find(children: readonly Element[], name: string): Element | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue;
    const found = child.name === name ? child : find(child.children as Element[], name);
    if (found) return found;
  }
  return undefined;
}
