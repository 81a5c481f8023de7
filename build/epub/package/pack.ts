import { EPub } from 'epub-gen-memory';
import type { PackageFiles } from './package-files.ts';

/**
 * Packs an EPUB; the same files give the same bytes. Throws for two files with one path, the leading of which
 * epub-gen-memory would overwrite silently, and for an empty file.
 */
export async function pack(files: PackageFiles): Promise<Uint8Array> {
  const paths = new Set(['mimetype', 'META-INF/container.xml']);
  for (const { path, data } of filesOf(files)) {
    if (paths.has(path)) throw new Error(`Two files of the EPUB are called ${path}`);
    if (data.length === 0) throw new Error(`The file ${path} of the EPUB is empty`);
    paths.add(path);
  }
  return new Packer(files).genEpub();
}

/**
 * Uses epub-gen-memory as a packer only: every document is finished before, and goes through a template of one line.
 * The library's own templates and its cleaning of HTML would lose attributes, SVG and letters, so `content` stays
 * empty.
 */
class Packer extends EPub {
  readonly #files: PackageFiles;

  constructor(files: PackageFiles) {
    const { opf, ncx, css } = files;
    const nav = files.documents.find(({ path }) => path === navigation)?.text;
    const documents = files.documents.filter(({ path }) => path !== navigation);
    const raw = {
      contentOPF: '<%- opf %>',
      tocNCX: '<%- ncx %>',
      tocXHTML: '<%- nav %>',
      chapterXHTML: '<%- xhtml %>',
    };
    const finished = { opf, ncx, nav };
    super(
      { title: 'finished', css, version: 3, ...raw, ...finished },
      documents.map(({ path, text }) => ({ title: path, filename: path, content: '', xhtml: text })),
    );
    this.#files = files;
  }

  override async render(): Promise<this> {
    await super.render();
    for (const { path, data } of this.#files.others)
      this.zip.file(path, data, isCompressed.test(path) ? { compression: 'STORE' } : {});
    for (const { archive } of [...this.#files.documents, ...this.#files.others])
      if (archive) await this.zip.loadAsync(await archive, { createFolders: false });
    // JSZip writes entries in the order of their keys. They are put back in our order, without the folders.
    const entries = this.zip.files;
    for (const path of Object.keys(entries).sort(byPlace)) {
      const entry = entries[path];
      delete entries[path];
      if (!entry || entry.dir) continue;
      entry.date = this.#files.modified;
      entries[path] = entry;
    }
    return this;
  }
}

/** Files that compression makes no smaller; a picture in PNG may be compressed badly. */
const isCompressed = /\.(?:woff2?|jpe?g)$/;

function filesOf({ opf, ncx, css, documents, others }: PackageFiles): PackageFiles['others'] {
  return [
    { path: 'OEBPS/content.opf', data: opf },
    { path: 'OEBPS/toc.ncx', data: ncx },
    { path: 'OEBPS/style.css', data: css },
    ...documents.map(({ path, text }) => ({ path: `OEBPS/${path}`, data: text })),
    ...others,
  ];
}

/** The navigation document, for which the library has a separate template. */
const navigation = 'toc.xhtml';

/** The files that come first in the archive (EPUB 3.3, section 4.2: `mimetype`). The others follow by code unit. */
const leading = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf', `OEBPS/${navigation}`];

function byPlace(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : 1);
}

function placeOf(path: string): number {
  return leading.includes(path) ? leading.indexOf(path) : leading.length;
}
