import { articleFile } from '../../issue/ids.ts';
import type { Templates } from '../../theme/templates.ts';
import type { Book } from '../book.ts';
import type { Documents } from '../documents.ts';
import { renderXml } from '../render.ts';
import { accessibilityOf } from './accessibility.ts';
import { manifestId, packageManifest } from './manifest.ts';

/** The files and the date that the package document has. */
export interface PackageInput {
  documents: Documents;
  /** The paths of all other files in OEBPS/. */
  files: readonly string[];
  /** The path of the cover's picture. */
  coverImage: string;
  modified: Date;
}

/** Renders the package document (EPUB 3.3, section 5). Throws TemplateError. */
export async function renderPackage(
  book: Book,
  { documents, files, coverImage, modified }: PackageInput,
  templates: Templates,
): Promise<string> {
  const { issue } = book;
  const paths = [...documents.keys()];
  const withFormulas = [...documents].filter(([, { facts }]) => facts.hasFormulas).map(([path]) => path);
  const shown = [...documents].filter(([path]) => path !== 'cover.xhtml').map(([, { facts }]) => facts);
  const { text } = await renderXml(templates, 'package', {
    ...book,
    manifest: packageManifest([...paths, ...files], coverImage, new Set(withFormulas)),
    spine: paths.map((path) => ({ idref: manifestId(path), linear: path !== 'cover.xhtml' })),
    parts: book.articles.map((article) => ({
      item: manifestId(articleFile(article.id)),
      extent: book.extents[article.id],
      ...article,
    })),
    coverItem: manifestId(coverImage),
    accessibility: accessibilityOf(shown, issue, book.indexes.length > 0),
    modified: modified.toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  return text;
}
