import { unzipSync } from 'fflate';
import { outsideIn } from './declarations.ts';

/** Something in an EPUB for which it is handed to no other program. */
export interface UnsafePart {
  /** The file in the archive; empty for the archive itself. */
  path: string;
  line?: number;
  found: string;
  fix: string;
}

/**
 * Finds in an EPUB, of whoever made it, what would have a validator write or read outside it, or reach the network: names that lead out of a folder, two files of one
 * name, of which programs take one or the other, and XML that declares what stands outside the book. What is no archive has none; others tell that.
 */
export function unsafeParts(bytes: Uint8Array): UnsafePart[] {
  const names: string[] = [];
  let files: Record<string, Uint8Array>;
  let total = 0;
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
      names.push(name);
      total += originalSize;
      return total <= most;
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
        fix: 'Do not unpack it. Ask whoever made it for a good one.',
      });
    if (names.indexOf(name) !== names.lastIndexOf(name))
      parts.push({ path: name, found: 'The archive has two files of this name', fix: 'Pack the book again.' });
  }
  for (const [path, data] of Object.entries(files)) {
    const outside = outsideIn(data);
    if (outside) parts.push({ path, ...outside, fix: 'Remove the declaration; no reader follows it.' });
  }
  return parts;
}

/** In bytes; what is larger is told as no archive. */
const most = 2 ** 30;

function leadsOut(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(name);
}

/** Whether the end record of the archive, with its comment, is the last of its bytes: else programs may disagree on which of several it is. */
function endsWithDirectory(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at + 22 + view.getUint16(at + 20, true) === bytes.length;
  }
  return false;
}
