import { lstat, readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse, sep } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import { offprintRoot, PathOutside } from '../disk/repository.ts';

/**
 * Offprint’s package has the faces that its styles name in a folder of its own, under the names that they have in their
 * packages.
 */
export const bundledFaces = join(offprintRoot, 'bundle', 'fonts');

/**
 * Reads a file of an npm package, as `@scope/package/path/in/it`: of the journal's own packages, else of Offprint's.
 * With it comes the licence that the package holds for its faces. Undefined where there is no such file. Throws
 * {@link PathOutside} for a link out of the project whose packages they are: as npm workspaces and pnpm make them,
 * links lead to its other folders.
 */
export async function readPackaged(
  root: string,
  name: string,
): Promise<{ data: Uint8Array; licence?: string } | undefined> {
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
