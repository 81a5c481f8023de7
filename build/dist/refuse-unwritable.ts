import { mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isThere } from '../disk/is-there.ts';

/**
 * Throws the system’s error, with `out` as its path, if `out` is not writable. Tries it in the folder, or in its lowest
 * existing parent, and leaves nothing.
 */
export async function refuseUnwritable(out: string): Promise<void> {
  for (let place = out; ; place = dirname(place)) {
    const error = await mkdtemp(join(place, '.offprint-')).then(rmdir, (error: NodeJS.ErrnoException) => error);
    if (!error) return;
    if (error.code !== 'ENOENT') throw Object.assign(error, { path: out });
    if (await isThere(place)) throw Object.assign(error, { path: out, code: 'EACCES' });
  }
}
