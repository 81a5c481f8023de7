import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it, where they are missing; Node’s own way to do that never ends where a file system makes none, as /proc. Throws what the system
 * says, EACCES where it says nothing better, of the path that could not be made.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const make = () => mkdir(path, mode);
  const error = await make().catch((error: NodeJS.ErrnoException) => error);
  if (!error) return;
  if (error.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolder(dirname(path), mode);
    await make().catch(async (again: NodeJS.ErrnoException) => {
      // Somebody else may have made it meanwhile.
      if (!(await isFolder(path))) throw Object.assign(again, again.code === 'ENOENT' ? { code: 'EACCES' } : {});
    });
  } else if (!(await isFolder(path))) throw error;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
