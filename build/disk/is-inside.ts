import { isAbsolute, relative, sep } from 'node:path';

/** True if a path is a folder itself or inside it, by its text alone: the caller follows links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
