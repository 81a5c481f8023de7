/** A file that is named and does not exist. */
export class FileMissing extends Error {
  override name = 'FileMissing';
  constructor(
    readonly path: string,
    /** The name in the same folder that was most likely meant. */
    readonly close?: string,
  ) {
    super(`There is no file ${path}`);
  }
}

/** A path, or a link on its way, that leaves the folder in which it has to stay. */
export class PathOutside extends Error {
  override name = 'PathOutside';
  constructor(readonly path: string) {
    super(`${path} leads out of the journal’s folder`);
  }
}
