import { chmod, lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';

/** The list of a complete folder’s files, written last. */
const inventory = 'inventory.json';

/**
 * A folder that is filled once and kept between builds, in the user’s cache or, where that cannot be written, in the
 * temporary folder. `fill` gets an empty temporary folder, which is then moved into place: a folder under the final
 * name is always complete, and two builds that start together do not disturb each other. Returns the absolute path.
 * Throws an Error with the reasons where neither place works.
 */
export async function cacheFolder(name: string, fill: (temporary: string) => Promise<void>): Promise<string> {
  const reasons: string[] = [];
  for (const folder of cacheFolders(name)) {
    try {
      if (!(await isWhole(folder))) await fillFolder(folder, fill);
      return folder;
    } catch (error) {
      reasons.push(`${folder}: ${(error as Error).message}`);
    }
  }
  throw new Error(reasons.join('; '));
}

function cacheFolders(name: string): string[] {
  const user = userInfo();
  return [
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'offprint', name),
    join(tmpdir(), `offprint-${user.uid}`, name),
  ];
}

async function fillFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const parent = dirname(folder);
  await makeFolder(parent, 0o700);
  await checkOwner(parent);
  const temporary = await mkdtemp(`${folder}.`);
  try {
    await fill(temporary);
    await writeFile(join(temporary, inventory), JSON.stringify(await sizes(temporary)));
    await chmod(temporary, 0o700);
    await moveInto(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function moveInto(temporary: string, folder: string): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // Another build was faster, or there is a damaged folder; a browser that runs from it is not affected by the move.
    if (await isWhole(folder)) return;
    const damaged = `${temporary}.damaged`;
    await rename(folder, damaged);
    await rename(temporary, folder);
    await rm(damaged, { recursive: true, force: true });
  }
}

/** True if a folder is there, with all its files at their full size. Throws if it is not the user’s own. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    await checkOwner(folder);
    const expected: Record<string, number> = JSON.parse(await readFile(join(folder, inventory), 'utf8'));
    const found = await Promise.all(Object.keys(expected).map((path) => stat(join(folder, path))));
    return Object.values(expected).every((size, index) => found[index]?.size === size);
  } catch (error) {
    if (error instanceof ForeignFolder) throw error;
    return false;
  }
}

/** Throws if another user may have put a program there, or can replace one: such a program must not run. */
async function checkOwner(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new ForeignFolder('is not a folder');
  if (found.uid !== userInfo().uid) throw new ForeignFolder('belongs to another user');
  if (found.mode & 0o022) throw new ForeignFolder('can be written by others');
}

class ForeignFolder extends Error {}

async function sizes(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const found = await Promise.all(files.map(async (path) => [path, (await stat(join(folder, path))).size] as const));
  return Object.fromEntries(found);
}
