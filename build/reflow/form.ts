import type { ElementContent } from 'hast';
import { articleFile, articleOfId } from '../issue/ids.ts';
import { type PageMarker, pageMarker } from './page-marks/page-marker.ts';

/** A form in which text flows to the width of each screen: an e-book, or pages of a website. */
export interface ReflowForm {
  /** Its name: what is kept of one form is not taken for another. */
  name: string;
  /** The file of an article, by its id. */
  file(article: string): string;
  /** The address of an element in the file of its article, as a link has it behind `#`. */
  anchor(id: string): string;
  /** The document of a part of the print edition that is not an article, by the id that it has there. */
  part(id: string): string | undefined;
  /** The id of the marker of a printed page. */
  pageId(folio: string): string;
  /** The marker itself. */
  marker: PageMarker;
  /** The last changes of a tree that is made for it. */
  finish(nodes: ElementContent[]): ElementContent[];
}

/** The parts of the print edition that an e-book has, too. */
const bookParts: Readonly<Record<string, string>> = {
  'title-page': 'title.xhtml',
  masthead: 'masthead.xhtml',
  contents: 'toc.xhtml',
  colophon: 'colophon.xhtml',
};

/** The form of an e-book. */
export const bookForm: ReflowForm = {
  name: 'book',
  file: articleFile,
  anchor: (id) => id,
  part: (id) => bookParts[id] ?? (id.startsWith('index-') ? `${id}.xhtml` : undefined),
  pageId: (folio) => `page-${folio}`,
  marker: pageMarker,
  finish: (nodes) => nodes,
};

/** The address of an element from an article of the same issue: `#on-margins--…`, or with the file before it. */
export function addressIn(form: ReflowForm, id: string, from?: { id: string }): string {
  const article = articleOfId(id);
  return `${article === from?.id ? '' : form.file(article)}#${form.anchor(id)}`;
}
