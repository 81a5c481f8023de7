import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse, sep } from 'node:path';
import { PathOutside } from './file-errors.ts';
import { isInside } from './is-inside.ts';
import { offprintRoot } from './offprint-root.ts';

/** A file of a package, with the licence that the package holds for its faces. */
export interface Packaged {
  data: Uint8Array;
  licence?: string;
}

/** The fonts of a package. */
export interface PackageFonts {
  /** Their paths in it, sorted. */
  paths: string[];
  read(path: string): Promise<Uint8Array>;
}

/**
 * Offprint’s package has the faces that its styles name in a folder of its own, under the names that they have in their
 * packages.
 */
const bundledFaces = join(offprintRoot, 'bundle', 'fonts');

/** Reads a file of an npm package for the repository of a journal in `root`: its `packaged`. */
export async function readPackaged(root: string, name: string): Promise<Packaged | undefined> {
  if (name.split('/').includes('..')) return undefined;
  for (const base of [root, offprintRoot, bundledFaces]) {
    try {
      const isBundled = base === bundledFaces;
      const found = isBundled ? join(base, name) : createRequire(join(base, 'package.json')).resolve(name);
      const path = await realpath(found);
      const project = await realpath(isBundled ? base : await projectOf(base, name));
      if (!isInside(project, path)) throw new PathOutside(`node_modules/${name}`);
      const licence = await nearestLicence(dirname(path), project);
      return { data: await readFile(path), ...(licence ? { licence } : {}) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'ENOENT', 'EISDIR'].includes(code)) throw error;
    }
  }
  return undefined;
}

/**
 * The folder whose node_modules have a package, searched from a folder upwards. pnpm keeps the dependencies of a
 * package in a node_modules inside the project’s: then it is the project’s folder.
 */
async function projectOf(base: string, name: string): Promise<string> {
  const packaged = name.split('/').slice(0, name.startsWith('@') ? 2 : 1);
  for (let at = base; ; at = dirname(at)) {
    const found = await lstat(join(at, 'node_modules', ...packaged)).catch(() => undefined);
    if (!found && at !== parse(at).root) continue;
    const [outermost = at] = at.split(`${sep}node_modules${sep}`);
    return outermost || sep;
  }
}

/**
 * LICENSE_FONT is what `@expo-google-fonts` calls the Open Font License beside the package's own licence; OFL.txt is
 * its usual name.
 */
async function nearestLicence(folder: string, project: string): Promise<string | undefined> {
  for (let at = folder; at !== parse(at).root && !at.endsWith('node_modules'); at = dirname(at)) {
    for (const name of ['LICENSE_FONT', 'OFL.txt', 'LICENSE', 'LICENSE.txt']) {
      try {
        const path = await realpath(join(at, name));
        if (!isInside(project, path)) continue;
        const text = await readFile(path, 'utf8');
        // A package’s own licence may be that of its code.
        if (!name.startsWith('LICENSE') || name === 'LICENSE_FONT' || /SIL Open Font License/i.test(text)) return text;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }
  return undefined;
}

/** Lists the fonts of an npm package for the repository of a journal in `root`: its `packageFonts`. */
export async function packageFonts(root: string, name: string): Promise<PackageFonts | undefined> {
  if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  for (const modules of [...modulesOf(root), ...modulesOf(offprintRoot), bundledFaces]) {
    const folder = join(modules, name);
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) continue;
    const names = (await readdir(folder, { recursive: true })).map((one) => one.replaceAll('\\', '/'));
    const paths = names.filter((one) => isFont(one) && !one.includes('node_modules/')).sort();
    return { paths, read: (path) => readFile(join(folder, path)) };
  }
  return undefined;
}

/** True for the name of a font file. */
export function isFont(name: string): boolean {
  return /\.(ttf|otf|woff2?)$/i.test(name);
}

/** The folders that packages are looked for in, from a folder upwards. */
function modulesOf(base: string): string[] {
  return createRequire(join(base, 'package.json')).resolve.paths('any') ?? [];
}
