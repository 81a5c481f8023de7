import { EPub } from 'epub-gen-memory';

/** The way in which the library compresses. */
const compression = { type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } };

/**
 * An archive of one file, as the library compresses it. Put into a larger archive, the file is not compressed again.
 *
 * @param {{ path: string; data: string | Uint8Array }} file
 * @returns {Promise<Uint8Array>}
 */
export function compressFile({ path, data }) {
  // The archives of the library begin with files of their own.
  const { zip } = new EPub({ title: 'none' }, []);
  for (const name of Object.keys(zip.files)) zip.remove(name);
  return zip.file(path, data, { createFolders: false, date: new Date(0) }).generateAsync(compression);
}
