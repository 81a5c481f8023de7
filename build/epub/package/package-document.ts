import { articleFile } from '../../issue/ids.ts';
import type { Templates } from '../../theme/templates.ts';
import type { Book } from '../book.ts';
import type { Documents } from '../documents.ts';
import { renderXml } from '../render.ts';
import { accessibilityOf } from './accessibility.ts';
import { idOf, manifestOf } from './manifest.ts';

/** What the package document lists. */
export interface Listed {
  documents: Documents;
  /** Paths of all other files in OEBPS/. */
  files: readonly string[];
  /** The path of the picture on the cover. */
  coverImage: string;
  modified: Date;
}

/** Renders the package document (EPUB 3.3, section 5). Throws TemplateError. */
export async function renderPackage(
  book: Book,
  { documents, files, coverImage, modified }: Listed,
  templates: Templates,
): Promise<string> {
  const { issue } = book;
  const paths = [...documents.keys()];
  const trees = [...documents].filter(([path]) => path !== 'cover.xhtml').map(([, { tree }]) => tree);
  const { text } = await renderXml(templates, 'package', {
    ...book,
    manifest: manifestOf([...paths, ...files], coverImage),
    spine: paths.map((path) => ({ idref: idOf(path), linear: path !== 'cover.xhtml' })),
    parts: book.articles.map((article) => ({
      item: idOf(articleFile(article.id)),
      extent: book.extents[article.id],
      ...article,
    })),
    coverItem: idOf(coverImage),
    accessibility: accessibilityOf(trees, issue),
    modified: modified.toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  return text;
}
