import { posix } from 'node:path';

/** A file of the publication, as the package document lists it. */
export interface ManifestItem {
  id: string;
  /** The path in OEBPS/. */
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

/**
 * Lists files by their paths in OEBPS/. Throws for a media type that is not among EPUB's core types (EPUB 3.3, section
 * 3.2). Documents `withFormulas` have MathML in them.
 */
export function packageManifest(
  paths: readonly string[],
  coverImage: string,
  withFormulas: ReadonlySet<string> = new Set(),
): ManifestItem[] {
  return paths.map((href) => {
    const type = types[posix.extname(href).toLowerCase()];
    if (!type) throw new Error(`No e-book reader has to know the file ${href}`);
    const properties = [
      ...(href === 'toc.xhtml' ? ['nav'] : []),
      ...(href === coverImage ? ['cover-image'] : []),
      ...(withFormulas.has(href) ? ['mathml'] : []),
    ].join(' ');
    return { id: manifestId(href), href, type, ...(properties ? { properties } : {}) };
  });
}

/** The id of a file in the package document: `images/on-margins--way.svg` → `images-on-margins--way.svg`. */
export function manifestId(href: string): string {
  return href.replaceAll('/', '-').replace(/^(?![A-Za-z_])/, 'file-');
}
