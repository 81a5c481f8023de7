import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** The unpacked files of an EPUB, with the trees of those that are XML. */
export interface Archive {
  /** Every file, by its path in the archive. */
  files: Map<string, Uint8Array>;
  /** The package document. */
  opf: ArchiveDocument;
  /** The entries of the manifest, by path in the archive. */
  items: Map<string, { id: string; type: string; properties: string[] }>;
  /** The documents of the spine, in order. */
  documents: ArchiveDocument[];
  /** The navigation document, whether it is in the spine or not. */
  nav: ArchiveDocument | undefined;
  ncx: ArchiveDocument | undefined;
}

/** An XML file: its path and its tree. */
export interface ArchiveDocument {
  path: string;
  text: string;
  tree: Root;
}

/** The files of an EPUB, by their paths. Throws {@link NotAnArchive}. */
export function unpackEpub(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unpack(bytes)).filter(([path]) => !path.endsWith('/')));
}

/**
 * An EPUB, of its files. Documents in `unparsed` have their text and an empty tree. Throws an Error if the container,
 * the package document or a document cannot be read, which EPUBCheck reports.
 */
export function archiveOf(files: Map<string, Uint8Array>, unparsed: ReadonlySet<string> = new Set()): Archive {
  const read = (path: string): ArchiveDocument => {
    const data = files.get(path);
    if (!data) throw new Error(`there is no ${path}`);
    const text = new TextDecoder().decode(data);
    return { path, text, tree: unparsed.has(path) ? { type: 'root', children: [] } : fromXml(text) };
  };
  const whole = (path: string): ArchiveDocument => ({ ...read(path), tree: fromXml(read(path).text) });
  const container = whole('META-INF/container.xml');
  const opf = whole(elementsIn(container.tree, 'rootfile')[0]?.attributes['full-path'] ?? '');
  const items: Archive['items'] = new Map();
  const paths = new Map<string, string>();
  for (const { attributes } of elementsIn(opf.tree, 'item')) {
    const path = resolvePath(opf.path, attributes.href ?? '');
    const properties = (attributes.properties ?? '').split(/\s+/).filter(Boolean);
    items.set(path, { id: attributes.id ?? '', type: attributes['media-type'] ?? '', properties });
    paths.set(attributes.id ?? '', path);
  }
  const spine = elementsIn(opf.tree, 'itemref').flatMap(({ attributes }) => paths.get(attributes.idref ?? '') ?? []);
  const documents = spine.filter((path) => items.get(path)?.type === 'application/xhtml+xml').map(read);
  const navPath = [...items].find(([, { properties }]) => properties.includes('nav'))?.[0];
  const ncxPath = [...items].find(([, { type }]) => type === 'application/x-dtbncx+xml')?.[0];
  const nav = documents.find(({ path }) => path === navPath) ?? (navPath ? read(navPath) : undefined);
  return { files, opf, items, documents, nav, ncx: ncxPath ? read(ncxPath) : undefined };
}

/** In bytes. An archive that claims to unpack to more is hostile, or not a book. */
export const maxUnpackedBytes = 2 ** 30;

/** The error for bytes that are not a ZIP archive, or too large a one. */
export class NotAnArchive extends Error {}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    total += originalSize;
    if (total > maxUnpackedBytes) throw new NotAnArchive(`it unpacks to more than ${maxUnpackedBytes / 2 ** 20} MB`);
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof NotAnArchive ? error : new NotAnArchive('it is not a complete ZIP archive');
  }
}

/** All elements of a name, at any depth, in document order. The tree of a whole document must not change any more. */
export function elementsIn(node: Root | Element, name?: string): readonly Element[] {
  const all = wholes.get(node) ?? elementsBelow(node);
  // Every rule goes through whole documents.
  if (node.type === 'root') wholes.set(node, all);
  if (name === undefined) return all;
  return all.filter((one) => one.name === name || one.name.endsWith(`:${name}`));
}

const wholes = new WeakMap<Root | Element, readonly Element[]>();

function elementsBelow(node: Root | Element): Element[] {
  const found: Element[] = [];
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** The path in the archive that a file refers to. */
export function resolvePath(from: string, href: string): string {
  const path = href.replace(/#.*$/, '');
  const key = `${from}\n${path}`;
  const resolved = paths.get(key) ?? posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(path)));
  // A book has some hundred paths, and every rule resolves them all.
  if (paths.size < 10_000) paths.set(key, resolved);
  return resolved;
}

const paths = new Map<string, string>();
