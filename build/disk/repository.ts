import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import { closestWord } from '../text/closest-word.ts';
import { FileMissing, PathOutside } from './file-errors.ts';
import { isInside } from './is-inside.ts';
import { offprintRoot } from './offprint-root.ts';
import { type Packaged, type PackageFonts, packageFonts, readPackaged } from './packaged.ts';

export { FileMissing, PathOutside } from './file-errors.ts';
export { offprintRoot } from './offprint-root.ts';

/** The journal’s repository: the one place where manuscripts, templates, styles and faces are read from disk. */
export interface Repository {
  /** Absolute path. */
  root: string;
  /**
   * Reads a file of the journal. `path` is relative to the root, with `/`. Throws {@link PathOutside} for a path, or a
   * symbolic link, that leaves the root; {@link FileMissing} if there is no such file.
   */
  read(path: string): Promise<Uint8Array>;
  /**
   * Returns the absolute path at which a file of the journal may be written. Throws {@link PathOutside} if it, or a
   * symbolic link on the way, leaves the root.
   */
  writablePath(path: string): Promise<string>;
  /**
   * Lists the names in a folder of the journal, sorted by code unit; folders end in `/`. Empty if there is no such
   * folder.
   */
  list(path: string): Promise<string[]>;
  /**
   * Reads `templates/…` or `styles/…`: the journal’s own file if it has one of that name, else Offprint’s. Throws
   * {@link FileMissing} if neither has.
   */
  themeFile(path: string): Promise<ThemeFile>;
  /**
   * Reads a file of an npm package, as `@scope/package/path/in/it`: of the journal’s own packages, else of Offprint’s.
   * Undefined where there is no such file. Throws {@link PathOutside} for a link out of the project whose packages they
   * are: as npm workspaces and pnpm make them, links lead to its other folders.
   */
  packaged(name: string): Promise<Packaged | undefined>;
  /** Lists the fonts in an npm package, the journal’s or Offprint’s own; undefined where there is no such package. */
  packageFonts(name: string): Promise<PackageFonts | undefined>;
}

/** A template or stylesheet, of the journal or of Offprint. */
export interface ThemeFile {
  /** The path relative to the root, e.g. `templates/print/galley.ejs`. */
  path: string;
  /** Absolute path of the file that was read. */
  source: string;
  data: Uint8Array;
}

/** Opens a journal’s repository. Throws {@link FileMissing} if the folder does not exist. */
export async function openRepository(folder: string): Promise<Repository> {
  const root = await realpath(resolve(folder)).catch(() => {
    throw new FileMissing(folder);
  });
  // The styles of editions share faces, and facts about a face are kept by its data.
  const packaged = new Map<string, ReturnType<typeof readPackaged>>();
  return {
    root,
    read: (path) => readInside(root, path),
    writablePath: (path) => writablePathInside(root, path),
    list: (path) => listInside(root, path),
    themeFile: async (path) => {
      for (const base of root === offprintRoot ? [root] : [root, offprintRoot]) {
        try {
          return { path, source: join(base, path), data: await readInside(base, path) };
        } catch (error) {
          if (!(error instanceof FileMissing)) throw error;
        }
      }
      throw new FileMissing(path);
    },
    packaged(name) {
      const read = packaged.get(name) ?? readPackaged(root, name);
      packaged.set(name, read);
      return read;
    },
    packageFonts: (name) => packageFonts(root, name),
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

/** Returns the real path of a file inside a root; symbolic links are followed before it is checked. */
async function realInside(root: string, path: string): Promise<string> {
  if (path.includes('\0')) throw new FileMissing(path);
  if (isAbsolute(path) || !isInside(root, resolve(root, path))) throw new PathOutside(path);
  const real = await realpath(resolve(root, path)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw error;
    throw new FileMissing(path, await similarName(root, path));
  });
  if (!isInside(root, real)) throw new PathOutside(path);
  return real;
}

/**
 * Returns the name beside a missing file that is most similar to it. Extensions are ignored, or every `a.png` would
 * resemble `b.png`.
 */
async function similarName(root: string, path: string): Promise<string | undefined> {
  const folder = posix.dirname(path);
  if (folder === path) return undefined;
  const names = await listInside(root, folder).catch(() => []);
  const stem = (name: string): string => name.replace(/\.\w+$/, '');
  const close = closestWord(stem(posix.basename(path)), names.map(stem));
  return names.find((name) => stem(name) === close);
}

/**
 * Returns where a file of a journal may be written: the lowest existing folder above it must lie inside the root, and
 * so must the target of the file itself if it is a link.
 */
async function writablePathInside(root: string, path: string): Promise<string> {
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
    // A broken link could lead anywhere tomorrow.
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined || !isInside(root, real)) throw new PathOutside(path);
    return place;
  }
}
