import { unzipSync, zipSync } from 'fflate';

/** An EPUB with a text in one of its files replaced. Throws if that text is not there. */
export function plant(epub: Uint8Array, path: string, from: string | RegExp, to: string): Uint8Array {
  const { mimetype = new Uint8Array(), ...files } = unzipSync(epub);
  const text = new TextDecoder().decode(files[path]);
  if (text.replace(from, to) === text) throw new Error(`${path} has no ${from}`);
  return zipSync({
    mimetype: [mimetype, { level: 0 }],
    ...files,
    [path]: new TextEncoder().encode(text.replace(from, to)),
  });
}
