import { cp, link, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import type { OwnFile } from './own-files.ts';

/**
 * Puts the user’s own files into another folder, too: the same file where the disk can give it a second name, else a
 * copy. Links stay links, with the same targets. With `missing`, those that are there already are skipped.
 */
export async function carryOver(
  from: string,
  to: string,
  files: readonly OwnFile[],
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

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
