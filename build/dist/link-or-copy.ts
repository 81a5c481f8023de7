import { cp, link } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isThere } from '../disk/is-there.ts';
import { makeFolder } from '../disk/make-folder.ts';
import type { UserFile } from './user-files.ts';

/**
 * Puts a user’s files into another folder, too: as hard links if the disk allows it, else as copies. Symbolic links are
 * copied as links, and keep their targets. With `missing`, existing files are left as they are.
 */
export async function linkOrCopy(
  from: string,
  to: string,
  files: readonly UserFile[],
  which: 'all' | 'missing' = 'all',
): Promise<void> {
  for (const { path, kept, isLink } of files) {
    const place = join(to, kept);
    if (which === 'missing' && (await isThere(place))) continue;
    await makeFolder(dirname(place));
    const copy = () => cp(join(from, path), place, { verbatimSymlinks: true, preserveTimestamps: true });
    if (isLink) await copy();
    else await link(join(from, path), place).catch(copy);
  }
}
