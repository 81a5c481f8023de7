import { isAbsolute, relative, sep } from 'node:path';

/**
 * True if a path is a folder itself or lies in it, judged by the text of the paths: symbolic links are not followed.
 */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
