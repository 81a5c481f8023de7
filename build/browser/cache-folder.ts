import { chmod, lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';

/** Lists what a complete folder holds; written last. */
const inventory = 'inventory.json';

/**
 * A folder that is filled once and kept between builds, in the user's cache or, where that cannot be written, in the temporary folder.
 * `fill` gets an empty folder aside, which is then moved into place, so that a folder under the name is a whole one, and two builds that
 * start at the same moment do not spoil each other's work. Returns the absolute path.
 * Throws an Error that says why where it can be had in neither.
 */
export async function cacheFolder(name: string, fill: (aside: string) => Promise<void>): Promise<string> {
  const reasons: string[] = [];
  for (const folder of cacheFolders(name)) {
    try {
      if (!(await isWhole(folder))) await make(folder, fill);
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

async function make(folder: string, fill: (aside: string) => Promise<void>): Promise<void> {
  const parent = dirname(folder);
  await makeFolder(parent, 0o700);
  await checkOwner(parent);
  const aside = await mkdtemp(`${folder}.`);
  try {
    await fill(aside);
    await writeFile(join(aside, inventory), JSON.stringify(await sizes(aside)));
    await chmod(aside, 0o700);
    await moveInto(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function moveInto(aside: string, folder: string): Promise<void> {
  try {
    await rename(aside, folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // Another build was faster, or a damaged folder lies there; a browser that runs from it does not mind the move.
    if (await isWhole(folder)) return;
    const damaged = `${aside}.damaged`;
    await rename(folder, damaged);
    await rename(aside, folder);
    await rm(damaged, { recursive: true, force: true });
  }
}

/** Whether a folder is there, with all its files at their full size. Throws where it is not the user's own. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    await checkOwner(folder);
    const expected: Record<string, number> = JSON.parse(await readFile(join(folder, inventory), 'utf8'));
    const found = await Promise.all(Object.keys(expected).map((path) => stat(join(folder, path))));
    return Object.values(expected).every((size, index) => found[index]?.size === size);
  } catch (error) {
    if (error instanceof NotOurs) throw error;
    return false;
  }
}

/** A program that another user could have put there, or could exchange, is not run. */
async function checkOwner(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new NotOurs('is not a folder');
  if (found.uid !== userInfo().uid) throw new NotOurs('belongs to another user');
  if (found.mode & 0o022) throw new NotOurs('can be written by others');
}

class NotOurs extends Error {}

async function sizes(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const found = await Promise.all(files.map(async (path) => [path, (await stat(join(folder, path))).size] as const));
  return Object.fromEntries(found);
}
