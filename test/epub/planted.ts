import JSZip from 'jszip';

/** An EPUB with something else in one of its files. Throws where what is to be replaced is not there. */
export async function plant(epub: Uint8Array, path: string, from: string | RegExp, to: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(epub);
  const text = await zip.file(path)?.async('string');
  if (text === undefined || text.replace(from, to) === text) throw new Error(`${path} has no ${from}`);
  zip.file(path, text.replace(from, to));
  return zip.generateAsync({ type: 'uint8array', mimeType: 'application/epub+zip' });
}
