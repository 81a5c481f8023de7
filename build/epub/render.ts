import type { Root } from 'xast';
import type { Templates } from '../templates.ts';
import { parseRendered } from '../well-formed.ts';

/** A file of the package that a template made, as text and as the tree it was checked by. */
export interface Rendered {
  text: string;
  tree: Root;
}

/** Renders `templates/epub/<name>.ejs`. Throws TemplateError for a template that fails, or whose result is not well-formed XML. */
export async function renderXml(templates: Templates, name: string, data: object): Promise<Rendered> {
  const path = `epub/${name}.ejs`;
  const text = (await templates.render(path, data)).trim();
  return { text: `${text}\n`, tree: parseRendered(text, `templates/${path}`) };
}
