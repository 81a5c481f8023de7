import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents; Node’s recursive `mkdir` never ends on a file system that makes no folders,
 * such as /proc. Throws the system’s error for `path`, with EACCES if it says only that something is missing.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const make = () => mkdir(path, mode);
  const error = await make().catch((error: NodeJS.ErrnoException) => error);
  if (!error) return;
  if (error.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolder(dirname(path), mode);
    await make().catch(async (again: NodeJS.ErrnoException) => {
      // Another program may have made it meanwhile.
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
