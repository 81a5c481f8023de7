/** A file of the archive, with its full path in it. */
export interface ArchiveFile extends Compressed {
  /** e.g. `OEBPS/images/on-margins--way.svg` */
  path: string;
  data: string | Uint8Array;
}

/** A file that may be compressed ahead. */
export interface Compressed {
  /** An archive of the file alone, as the library compresses it; undefined if it is still to be compressed. */
  archive?: Promise<Uint8Array> | undefined;
}

/** A document of the package. */
export interface PackedDocument extends Compressed {
  /** Its path in OEBPS/. */
  path: string;
  text: string;
}

/** All files of an EPUB except `mimetype` and `container.xml`. */
export interface PackageFiles {
  opf: string;
  ncx: string;
  css: string;
  /** The XHTML documents by their paths in OEBPS/, among them the navigation document, toc.xhtml. */
  documents: PackedDocument[];
  others: ArchiveFile[];
  /** The date of every entry in the archive. */
  modified: Date;
}
