/** A file of the archive, by its full path in it. */
export interface ArchiveFile {
  /** e.g. `OEBPS/images/on-margins--way.svg` */
  path: string;
  data: string | Uint8Array;
}

/** All that goes into an EPUB besides `mimetype` and `container.xml`. */
export interface PackageFiles {
  opf: string;
  ncx: string;
  css: string;
  /** XHTML documents by their path in OEBPS/, the navigation document, toc.xhtml, among them. */
  documents: { path: string; text: string }[];
  others: ArchiveFile[];
  /** The date of every entry. */
  modified: Date;
}
