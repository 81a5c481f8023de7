import { lstat, mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Throws the file system’s error for `out` if nothing can be written there. It tries, in the folder or the lowest
 * existing one above it, and leaves nothing behind.
 */
export async function refuseUnwritable(out: string): Promise<void> {
  for (let place = out; ; place = dirname(place)) {
    const error = await mkdtemp(join(place, '.offprint-')).then(rmdir, (error: NodeJS.ErrnoException) => error);
    if (!error) return;
    if (error.code !== 'ENOENT') throw Object.assign(error, { path: out });
    if (await isThere(place)) throw Object.assign(error, { path: out, code: 'EACCES' });
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
