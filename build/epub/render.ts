import type { Root } from 'xast';
import type { Templates } from '../theme/templates.ts';
import { parseRendered } from '../theme/well-formed.ts';

/** A file of the package that a template made: its text, and the tree from which it was checked. */
export interface RenderedFile {
  text: string;
  tree: Root;
}

/** Renders `templates/epub/<name>.ejs`; `finish` changes the result. Throws TemplateError for a template that fails. */
export async function renderText(
  templates: Templates,
  name: string,
  data: object,
  finish: (text: string) => string = (text) => text,
): Promise<string> {
  // An author’s soft hyphens help to break printed lines. In a book they would part words for search and speech.
  const text = finish((await templates.render(pathOf(name), data)).trim().replaceAll('\u00ad', ''));
  return `${text}\n`;
}

/** Parses what a template made. Throws TemplateError if it is not well-formed XML. */
export function parseXml(text: string, name: string): Root {
  return parseRendered(text.slice(0, -1), `templates/${pathOf(name)}`);
}

/** Renders a template, and checks that the result is well-formed XML. Throws TemplateError. */
export async function renderXml(templates: Templates, name: string, data: object): Promise<RenderedFile> {
  const text = await renderText(templates, name, data);
  return { text, tree: parseXml(text, name) };
}

function pathOf(name: string): string {
  return `epub/${name}.ejs`;
}
