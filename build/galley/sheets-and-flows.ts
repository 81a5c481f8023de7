import type { Element, Root } from 'xast';
import { TemplateError } from '../theme/templates.ts';

/**
 * The sheets and flows of a print document, in order: each child of its body is a sheet, which is one page, or a flow,
 * which is made up into as many as needed. Any other would be printed between the pages, and make their folios wrong.
 * Throws {@link TemplateError}.
 */
export function sheetsAndFlows(document: Root, template: string): { body: Element; parts: Element[] } {
  const body = find(document.children as Element[], 'body');
  if (!body) throw new TemplateError(template, 1, 'The document has no <body>');
  const parts: Element[] = [];
  for (const child of body.children) {
    if (child.type === 'comment' || (child.type === 'text' && !child.value.trim())) continue;
    const classes = child.type === 'element' ? (child.attributes.class ?? '').split(/\s+/) : [];
    if (child.type === 'element' && (classes.includes('sheet') || classes.includes('flow'))) {
      parts.push(child);
      continue;
    }
    const what = child.type === 'element' ? `<${child.name} class="${child.attributes.class ?? ''}">` : 'Text';
    throw new TemplateError(
      template,
      1,
      `${what} in the body is neither a sheet (one page) nor a flow (pages are made up from it): give it the class sheet or flow`,
    );
  }
  return { body, parts };
}

function find(children: readonly Element[], name: string): Element | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue;
    const found = child.name === name ? child : find(child.children as Element[], name);
    if (found) return found;
  }
  return undefined;
}
