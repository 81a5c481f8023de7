import type { VFileMessage } from 'vfile-message';
import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { TemplateError } from './templates.ts';

/**
 * Parses the output of a template, which must be well-formed: an e-book reader refuses other documents, and a browser
 * repairs them silently, so that the meaning is lost. `template` is the template's path. Throws {@link TemplateError};
 * its reason has the place in the output.
 */
export function parseRendered(text: string, template: string): Root {
  try {
    return fromXml(text);
  } catch (error) {
    const { cause, line = 1, column = 1 } = error as VFileMessage;
    const reason = (cause as Error).message.split(' (line')[0];
    const near = text.split('\n')[line - 1]?.slice(Math.max(0, column - 40), column + 20) ?? '';
    throw new TemplateError(template, 1, `Not well-formed XML: ${reason}. Line ${line} of the result: ${near}`);
  }
}
