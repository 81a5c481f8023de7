import type { VFileMessage } from 'vfile-message';
import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { TemplateError, type Templates } from '../templates.ts';

/** A file of the package that a template made, as text and as the tree it was checked by. */
export interface Rendered {
  text: string;
  tree: Root;
}

/**
 * Renders `templates/epub/<name>.ejs` and checks that the result is well-formed XML: readers refuse a file that is not.
 * Throws TemplateError with the template's path; its reason tells the place in the result.
 */
export async function renderXml(templates: Templates, name: string, data: object): Promise<Rendered> {
  const path = `epub/${name}.ejs`;
  const text = (await templates.render(path, data)).trim();
  try {
    return { text: `${text}\n`, tree: fromXml(text) };
  } catch (error) {
    const { line = 1, column = 1, cause } = error as VFileMessage;
    const reason = (cause as Error).message.split(' (line')[0];
    const near = text.split('\n')[line - 1]?.slice(Math.max(0, column - 40), column + 20) ?? '';
    throw new TemplateError(
      `templates/${path}`,
      1,
      `Not well-formed XML: ${reason}. Line ${line} of the result: ${near}`,
    );
  }
}
