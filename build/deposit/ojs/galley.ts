/** A form of an article that readers of OJS may open, by its bytes. */
export interface OjsGalley {
  /** What readers see of it: PDF. */
  label: string;
  fileName: string;
  data: Uint8Array;
}

/** A form of the articles that an OJS is given, if the build has made it. */
export interface GalleyKind {
  label: string;
  /** The edition that makes it. */
  edition: string;
  /** Its path in the folder. */
  path(article: { name: string }): string;
}

/** The forms of an article, in the order in which readers see them. A further one (JATS) is a further row. */
export const galleyKinds: readonly GalleyKind[] = [
  { label: 'PDF', edition: 'offprints', path: ({ name }) => `offprints/${name}.pdf` },
  { label: 'EPUB', edition: 'epub', path: ({ name }) => `articles/${name}.epub` },
  { label: 'XML', edition: 'jats', path: ({ name }) => `jats/${name}.xml` },
];
