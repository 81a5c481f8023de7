import { posix } from 'node:path';

/** A file of the publication, as the package document lists it. */
export interface Item {
  id: string;
  /** In OEBPS/. */
  href: string;
  type: string;
  properties?: string;
}

const types: Record<string, string> = {
  '.xhtml': 'application/xhtml+xml',
  '.ncx': 'application/x-dtbncx+xml',
  '.css': 'text/css',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** Lists files by their paths in OEBPS/. Throws for a kind of file that no e-book reader has to know (EPUB 3.3, section 3.2). */
export function manifestOf(paths: readonly string[], coverImage: string): Item[] {
  return paths.map((href) => {
    const type = types[posix.extname(href).toLowerCase()];
    if (!type) throw new Error(`No e-book reader has to know the file ${href}`);
    const properties = href === 'toc.xhtml' ? 'nav' : href === coverImage ? 'cover-image' : undefined;
    return { id: idOf(href), href, type, ...(properties ? { properties } : {}) };
  });
}

/** The id of a file in the package document: `images/on-margins--way.svg` → `images-on-margins--way.svg`. */
export function idOf(href: string): string {
  return href.replaceAll('/', '-').replace(/^(?![A-Za-z_])/, 'file-');
}
