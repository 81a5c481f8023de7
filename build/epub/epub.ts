import { type Cache, noCache } from '../cache/cache.ts';
import { embedFonts } from '../fonts/embed.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import { plainStylesheet } from '../reflow/plain-stylesheet.ts';
import { addStackRules } from '../reflow/stack-rules.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { bookOf } from './book.ts';
import { type CoverImage, coverImageOf } from './cover-image.ts';
import { renderDocuments } from './documents.ts';
import { type Compress, compressAhead } from './package/compressed.ts';
import { displayOptions } from './package/display-options.ts';
import { renderNcx } from './package/ncx.ts';
import { pack } from './package/pack.ts';
import { renderPackage } from './package/package-document.ts';
import type { ArchiveFile } from './package/package-files.ts';
import { resourcesOf } from './resources.ts';

/** The choices that differ between the books of an issue. */
export interface BookOptions {
  /** The record of the print edition: the book marks and cites its pages. */
  record?: PageRecord | undefined;
  /** The article of a book of its own, which has no title page and no masthead. */
  only?: Article | undefined;
  /** The cover, if it is drawn already. */
  cover?: CoverImage;
  /** The results of earlier builds. */
  cache?: Cache;
}

/** An EPUB, with the facts about it that are reported. */
export interface EpubResult {
  epub: Uint8Array;
  /** The labels of printed pages whose beginning was not found in it. */
  unmarked: string[];
  /** The bytes of its faces and of its pictures as they are packed: neither can be compressed further. */
  size: { faces: number; pictures: number };
}

/**
 * Makes the EPUB 3.3 of an issue: cover, title page, masthead, contents, a document for each article, colophon. The
 * same issue gives the same bytes on every machine. Throws TemplateError for a template that fails or whose result is
 * not well-formed.
 */
export async function makeEpub(
  issue: Issue,
  style: Style,
  theme: Theme,
  { record, only, cover: drawn, cache = noCache }: BookOptions = {},
): Promise<EpubResult> {
  const book = bookOf(issue, theme.terms, record, only);
  const cover = drawn ?? (await coverImageOf(issue, style, theme, cache));
  const look = { ...style, css: addStackRules(plainStylesheet(style.css)) };
  const compress = compressAhead(book.articles.length, cache);
  const { documents, pageList, unmarked } = await renderDocuments(book, cover.path, look, theme, cache, compress);
  const facts = [...documents.values()].map((one) => one.facts);
  const letters = facts.flatMap((one) => one.letters);
  const fonts = await embedFonts(look, letters, cache);
  const resources = resourcesOf(issue, { ...cover, data: await cover.data }, style, fonts, facts);
  const modified = issue.made;
  const files = ['toc.ncx', 'style.css', ...resources.keys()];
  const epub = await pack({
    opf: await renderPackage(book, { documents, files, coverImage: cover.path, modified }, theme.templates),
    ncx: await renderNcx(book, documents, pageList, theme.templates),
    css: fonts.css,
    documents: [...documents].map(([path, { text, archive }]) => ({ path, text, archive })),
    others: [displayOptions, ...[...resources].map(([path, data]) => packed(`OEBPS/${path}`, data, compress))],
    modified,
  });
  const bytesIn = (folder: string) =>
    [...resources].reduce((sum, [path, data]) => sum + (path.startsWith(folder) ? data.length : 0), 0);
  return { epub, unmarked, size: { faces: bytesIn('fonts/'), pictures: bytesIn('images/') } };
}

/** A file of the package, of which pictures in PNG are compressed ahead. */
function packed(path: string, data: Uint8Array, compress: Compress): ArchiveFile {
  return { path, data, archive: path.endsWith('.png') ? compress({ path, data }) : undefined };
}
