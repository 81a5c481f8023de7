import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { offprintRoot } from '../disk/repository.ts';

/** A place in the code that names one of our files by its path, such as `new URL('./sRGB.icc', import.meta.url)`. */
export const reference = /new URL\(\s*'(\.[^']*)',\s*import\.meta\.url,?\s*\)/g;

/** The files that code names by their paths: the threads that it starts, and the files that it reads. */
export interface References {
  /**
   * Entry points of the bundle: their paths from Offprint’s folder, and their names in the bundle, without an
   * extension.
   */
  workers: { in: string; out: string }[];
  /** The paths of files that are read, from Offprint’s folder. */
  read: string[];
}

/**
 * Finds the references in all code below a folder except `ship/`, which is not in the package. Throws if two threads
 * have the same name.
 */
export async function findReferences(folder: string): Promise<References> {
  const workers = new Map<string, string>();
  const read = new Set<string>();
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!/\.(ts|mjs)$/.test(name) || dirname(join(folder, name)) === import.meta.dirname) continue;
    const path = join(folder, name);
    for (const [, to = ''] of (await readFile(path, 'utf8')).matchAll(reference)) {
      const target = relative(offprintRoot, join(dirname(path), to));
      if (!/\.(ts|mjs)$/.test(to)) read.add(target);
      else if ((workers.get(nameOf(to)) ?? target) === target) workers.set(nameOf(to), target);
      else throw new Error(`Two files that are started are called ${nameOf(to)}`);
    }
  }
  return { workers: [...workers].map(([out, path]) => ({ in: path, out })), read: [...read] };
}

/** The name in the bundle of a file that is started as a thread. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.(ts|mjs)$/, '');
}
