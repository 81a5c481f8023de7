import { lstat } from 'node:fs/promises';

/** True if something has a path: a file, a folder, or a link, wherever that leads. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
