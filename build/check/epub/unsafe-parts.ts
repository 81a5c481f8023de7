import { unzipSync } from 'fflate';
import { maxUnpackedBytes } from './archive.ts';
import { outsideDeclaration } from './outside-declaration.ts';

/** A part of an EPUB that keeps it from being passed to any other program. */
export interface UnsafePart {
  /** The file in the archive; empty for the archive itself. */
  path: string;
  line?: number;
  found: string;
  fix: string;
}

/**
 * Finds in an EPUB, from any producer, the parts that would make a validator write or read outside it, or reach the
 * network: names that lead out of a folder, two files with one name, of which programs take one or the other, and XML
 * with declarations outside the book. Empty for a file that is not an archive, which other checks report. `unpacked`
 * are its files, if they are known.
 */
export function unsafeParts(bytes: Uint8Array, unpacked?: ReadonlyMap<string, Uint8Array>): UnsafePart[] {
  const names: string[] = [];
  let files: Record<string, Uint8Array>;
  let total = 0;
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
      names.push(name);
      total += originalSize;
      return !unpacked && total <= maxUnpackedBytes;
    };
    files = unzipSync(bytes, { filter });
  } catch {
    return [];
  }
  const parts: UnsafePart[] = [];
  if (!endsWithDirectory(bytes))
    parts.push({ path: '', found: 'Something follows the end of the archive', fix: 'Pack the book again.' });
  for (const name of new Set(names)) {
    if (leadsOut(name))
      parts.push({
        path: '',
        found: `A file is called ${name}, which leads out of the book`,
        fix: 'Do not unpack it. Ask its producer for a good one.',
      });
    if (names.indexOf(name) !== names.lastIndexOf(name))
      parts.push({ path: name, found: 'The archive has two files of this name', fix: 'Pack the book again.' });
  }
  for (const [path, data] of unpacked ?? Object.entries(files)) {
    const outside = outsideDeclaration(data);
    if (outside) parts.push({ path, ...outside, fix: 'Remove the declaration; no reader follows it.' });
  }
  return parts;
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(name);
}

/**
 * True if the end record of the archive, with its comment, is the last of its bytes: otherwise programs may disagree
 * about which of several it is.
 */
function endsWithDirectory(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at + 22 + view.getUint16(at + 20, true) === bytes.length;
  }
  return false;
}
