import type { Root } from 'xast';
import type { Templates } from '../theme/templates.ts';
import { parseRendered } from '../theme/well-formed.ts';

/** A file of the package that a template made, as text and as the tree it was checked by. */
export interface Rendered {
  text: string;
  tree: Root;
}

/** Renders `templates/epub/<name>.ejs`; `finish` is told the result. Throws TemplateError for a template that fails, or whose result is not well-formed XML. */
export async function renderXml(
  templates: Templates,
  name: string,
  data: object,
  finish: (text: string) => string = (text) => text,
): Promise<Rendered> {
  const path = `epub/${name}.ejs`;
  // An author’s soft hyphens help to break printed lines. In a book they would part words for search and speech.
  const text = finish((await templates.render(path, data)).trim().replaceAll('\u00ad', ''));
  return { text: `${text}\n`, tree: parseRendered(text, `templates/${path}`) };
}
