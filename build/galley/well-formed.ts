import type { VFileMessage } from 'vfile-message';
import { fromXml } from 'xast-util-from-xml';
import { TemplateError } from '../templates.ts';

/**
 * Holds a rendered document to being well-formed: the browser would repair a missing end tag in silence, and what was meant is lost.
 * Throws {@link TemplateError} with the template's path; its reason tells the place in the result.
 */
export function assertWellFormed(document: string, template: string): void {
  try {
    fromXml(document);
  } catch (error) {
    const { reason, line = 1, column = 1 } = error as VFileMessage;
    const near = document.split('\n')[line - 1]?.slice(Math.max(0, column - 40), column + 20) ?? '';
    throw new TemplateError(template, 1, `Not well-formed XHTML: ${reason} Its result has, in line ${line}: …${near}…`);
  }
}
