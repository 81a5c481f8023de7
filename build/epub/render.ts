import type { Root } from 'xast';
import type { Templates } from '../theme/templates.ts';
import { parseRendered } from '../theme/well-formed.ts';

/** A file of the package that a template made: its text, and the tree from which it was checked. */
export interface RenderedFile {
  text: string;
  tree: Root;
}

/**
 * Renders `templates/epub/<name>.ejs`; `finish` changes the result before it is checked. Throws TemplateError for a
 * template that fails, or whose result is not well-formed XML.
 */
export async function renderXml(
  templates: Templates,
  name: string,
  data: object,
  finish: (text: string) => string = (text) => text,
): Promise<RenderedFile> {
  const path = `epub/${name}.ejs`;
  // An author’s soft hyphens help to break printed lines. In a book they would part words for search and speech.
  const text = finish((await templates.render(path, data)).trim().replaceAll('\u00ad', ''));
  return { text: `${text}\n`, tree: parseRendered(text, `templates/${path}`) };
}
