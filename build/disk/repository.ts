import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../text/nearest.ts';
import { isInside } from './is-inside.ts';

/** Offprint's own folder: its templates, styles and packages serve every journal. */
export const offprintRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The journal's repository, as the build sees it: the one place where manuscripts, templates and styles are read from disk. */
export interface Repository {
  /** Absolute path. */
  root: string;
  /**
   * Reads a file of the journal's. `path` is relative to the root, with `/`.
   * Throws {@link PathOutside} for a path, or a symbolic link, that leaves the root; {@link FileMissing} where there is no such file.
   */
  read(path: string): Promise<Uint8Array>;
  /**
   * Absolute path at which a file of the journal's may be written. Throws {@link PathOutside} where it, or a symbolic link on the way, leaves the root.
   */
  place(path: string): Promise<string>;
  /** Names in a folder of the journal's, sorted by code unit; folders end in `/`. Empty where there is no such folder. */
  list(path: string): Promise<string[]>;
  /**
   * Reads `templates/…` or `styles/…`: the journal's own file if it has one of that name, else Offprint's.
   * Throws {@link FileMissing} where neither has.
   */
  house(path: string): Promise<HouseFile>;
}

/** A template or stylesheet, and whose it is. */
export interface HouseFile {
  /** As asked for, e.g. `templates/print/galley.ejs`. */
  path: string;
  /** Absolute path of the file that was read. */
  source: string;
  data: Uint8Array;
}

export class FileMissing extends Error {
  override name = 'FileMissing';
  constructor(
    readonly path: string,
    /** The name in the same folder that was most likely meant. */
    readonly close?: string,
  ) {
    super(`There is no file ${path}`);
  }
}

export class PathOutside extends Error {
  override name = 'PathOutside';
  constructor(readonly path: string) {
    super(`${path} leads out of the journal’s folder`);
  }
}

/** Opens a journal's repository. Throws {@link FileMissing} where the folder is not there. */
export async function openRepository(folder: string): Promise<Repository> {
  const root = await realpath(resolve(folder)).catch(() => {
    throw new FileMissing(folder);
  });
  return {
    root,
    read: (path) => readInside(root, path),
    place: (path) => placeInside(root, path),
    list: (path) => listInside(root, path),
    house: async (path) => {
      for (const base of root === offprintRoot ? [root] : [root, offprintRoot]) {
        try {
          return { path, source: join(base, path), data: await readInside(base, path) };
        } catch (error) {
          if (!(error instanceof FileMissing)) throw error;
        }
      }
      throw new FileMissing(path);
    },
  };
}

/** Joins a path written in a file to the file's folder, both relative to the root: `a/b.md`, `../c.png` → `c.png`. */
export function resolveFrom(file: string, path: string): string {
  return posix.normalize(posix.join(posix.dirname(file), path.replaceAll('\\', '/')));
}

async function readInside(root: string, path: string): Promise<Uint8Array> {
  const real = await realInside(root, path);
  if (!(await stat(real)).isFile()) throw new FileMissing(path);
  return readFile(real);
}

async function listInside(root: string, path: string): Promise<string[]> {
  try {
    const entries = await readdir(await realInside(root, path), { withFileTypes: true });
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
  } catch (error) {
    if (error instanceof FileMissing || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  }
}

/** The real path of a file inside a root; follows symbolic links before it judges. */
async function realInside(root: string, path: string): Promise<string> {
  if (path.includes('\0')) throw new FileMissing(path);
  if (isAbsolute(path) || !isInside(root, resolve(root, path))) throw new PathOutside(path);
  const real = await realpath(resolve(root, path)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw error;
    throw new FileMissing(path, await closeTo(root, path));
  });
  if (!isInside(root, real)) throw new PathOutside(path);
  return real;
}

/** The name beside a missing file that is most like its own; endings are apart, or every `a.png` would be like `b.png`. */
async function closeTo(root: string, path: string): Promise<string | undefined> {
  const folder = posix.dirname(path);
  if (folder === path) return undefined;
  const names = await listInside(root, folder).catch(() => []);
  const stem = (name: string): string => name.replace(/\.\w+$/, '');
  const close = nearest(stem(posix.basename(path)), names.map(stem));
  return names.find((name) => stem(name) === close);
}

/** Where a new or a known file of a journal may be written: the lowest folder above it that is there lies inside, and so does what the file itself leads to. */
async function placeInside(root: string, path: string): Promise<string> {
  const place = resolve(root, path);
  if (path.includes('\0') || isAbsolute(path) || !isInside(root, place)) throw new PathOutside(path);
  for (let at = place; ; at = dirname(at)) {
    const isThere = await lstat(at).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
        throw error;
      },
    );
    if (!isThere) continue;
    // A link that leads to nothing could lead anywhere tomorrow.
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined || !isInside(root, real)) throw new PathOutside(path);
    return place;
  }
}
