import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { offprintRoot } from '../repository.ts';

/**
 * Reads a file of an npm package, as `@scope/package/path/in/it`: of the journal's own packages, else of Offprint's. With it comes the licence
 * that the package holds for its faces. Undefined where there is no such file.
 */
export async function readPackaged(
  root: string,
  name: string,
): Promise<{ data: Uint8Array; licence?: string } | undefined> {
  if (name.split('/').includes('..')) return undefined;
  for (const base of [root, offprintRoot]) {
    try {
      const path = createRequire(join(base, 'package.json')).resolve(name);
      const licence = await nearestLicence(dirname(path));
      return { data: await readFile(path), ...(licence ? { licence } : {}) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'ENOENT', 'EISDIR'].includes(code)) throw error;
    }
  }
  return undefined;
}

/** LICENSE_FONT is what `@expo-google-fonts` calls the Open Font License beside the package's own licence; OFL.txt is its usual name. */
async function nearestLicence(folder: string): Promise<string | undefined> {
  for (let at = folder; at !== parse(at).root && !at.endsWith('node_modules'); at = dirname(at)) {
    for (const name of ['LICENSE_FONT', 'OFL.txt', 'LICENSE', 'LICENSE.txt']) {
      try {
        const text = await readFile(join(at, name), 'utf8');
        // A package’s own licence may be that of its code.
        if (!name.startsWith('LICENSE') || name === 'LICENSE_FONT' || /SIL Open Font License/i.test(text)) return text;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }
  return undefined;
}
