import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** An EPUB, taken apart. */
export interface Archive {
  /** Every file by its path in the archive. */
  files: Map<string, Uint8Array>;
  /** The package document: its path, and its tree. */
  opf: Document;
  /** What the manifest lists, by path in the archive. */
  items: Map<string, { id: string; type: string; properties: string[] }>;
  /** The documents that are read, in order. */
  documents: Document[];
  /** The navigation document, one of these or not. */
  nav: Document | undefined;
  ncx: Document | undefined;
}

/** A file of XML. */
export interface Document {
  path: string;
  text: string;
  tree: Root;
}

/** Takes an EPUB apart. Throws {@link NoArchive}; and an Error where container, package or a document cannot be read, whose
 * faults EPUBCheck tells. */
export function readArchive(bytes: Uint8Array): Archive {
  const files = new Map(Object.entries(unpack(bytes)).filter(([path]) => !path.endsWith('/')));
  const read = (path: string): Document => {
    const data = files.get(path);
    if (!data) throw new Error(`there is no ${path}`);
    const text = new TextDecoder().decode(data);
    return { path, text, tree: fromXml(text) };
  };
  const container = read('META-INF/container.xml');
  const opf = read(elementsIn(container.tree, 'rootfile')[0]?.attributes['full-path'] ?? '');
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

/** An archive that says it unpacks to more than this is hostile, or no book. In bytes. */
const mostUnpacked = 2 ** 30;

/** It is no ZIP archive, or too large a one. */
export class NoArchive extends Error {}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    total += originalSize;
    if (total > mostUnpacked) throw new NoArchive(`it unpacks to more than ${mostUnpacked / 2 ** 20} MB`);
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof NoArchive ? error : new NoArchive('it is no whole ZIP archive');
  }
}

/** All elements of a name, at any depth, in document order. */
export function elementsIn(node: Root | Element, name?: string): Element[] {
  const found: Element[] = [];
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (name === undefined || child.name === name || child.name.endsWith(`:${name}`)) found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** The path in the archive that a file refers to. */
export function resolvePath(from: string, href: string): string {
  return posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(href.replace(/#.*$/, ''))));
}
