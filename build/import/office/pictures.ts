import { posix } from 'node:path';
import type { Image } from 'mdast';
import type { ImportedPicture } from '../imported.ts';

/** The pictures taken out of an office file. One that stands at several places is taken once. */
export class TakenPictures {
  readonly all: ImportedPicture[] = [];
  private readonly names = new Map<string, string>();

  /** The name that the picture of a part has among those of the import. */
  nameFor(part: string, bytes: Uint8Array): string {
    const known = this.names.get(part);
    if (known) return known;
    const name = `picture-${this.all.length + 1}.${endingOf(bytes, part)}`;
    this.names.set(part, name);
    this.all.push({ name, bytes });
    return name;
  }
}

/** The ending for a picture, by its bytes; that of its name in the file if they are not known. */
function endingOf(bytes: Uint8Array, name: string): string {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  for (const [sign, ending] of signs) if (sign.test(head)) return ending;
  return /^\.(\w{1,5})$/.exec(posix.extname(name))?.[1]?.toLowerCase() ?? 'bin';
}

const signs: [RegExp, string][] = [
  [/^\x89PNG/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8/, 'gif'],
  [/^RIFF....WEBP/s, 'webp'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>)?[\s\S]*<svg[\s>]/, 'svg'],
  [/^(?:II\*|MM.\*)/s, 'tiff'],
  [/^.{40} EMF/s, 'emf'],
  [/^\xd7\xcd\xc6\x9a/, 'wmf'],
  [/^BM/, 'bmp'],
];

/** True for a kind of picture that a manuscript can have. */
export function isShown(name: string): boolean {
  return /\.(?:png|jpg|gif|webp|svg)$/.test(name);
}

/** A width as a share of the column in steps of five; undefined for a picture as wide as it, or nearly. */
export function shareOf(width: number, column: number): string | undefined {
  if (width <= 0 || column <= 0) return undefined;
  const share = Math.max(5, Math.round((width / column) * 20) * 5);
  return share >= 90 ? undefined : `${share}%`;
}

/** A picture as a node of the manuscript’s tree. */
export function imageOf(name: string, alt: string, width: string | undefined): Image {
  return { type: 'image', url: name, title: null, alt, ...(width ? { data: { attributes: { width } } } : {}) };
}
