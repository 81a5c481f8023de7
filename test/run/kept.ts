import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from '../../build/dist/lock.ts';

const own = fileURLToPath(new URL('../..', import.meta.url));

/** Where test runs keep what later ones may use. It can be removed at any time when none is running. */
export const keptFolder = join(own, 'node_modules/.cache/offprint/tests');

/** Lists what a whole folder holds; written last. */
const inventory = 'inventory.json';

/**
 * A folder of files that were made of others, kept under a name that tells all they were made of: `from` has the files
 * and folders, `how` what else decides. Offprint itself, what it is installed with, Node and the browser go without
 * saying. `make` gets an empty folder; it is asked once, however many processes want the folder at the same time, and
 * once more where something in it was changed.
 */
export async function kept(
  from: readonly string[],
  how: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const name = await nameOf(from, how);
  const folder = join(keptFolder, name);
  await mkdir(keptFolder, { recursive: true });
  const lock = await takeLock(`${folder}.lock`);
  try {
    if (!(await isWhole(folder))) await fill(folder, make);
    // The sweep goes by when a folder was last used.
    await utimes(folder, new Date(), new Date());
    return join(folder, 'files');
  } finally {
    await lock.release();
  }
}

/** Removes folders that no run has used for a week. */
export async function sweepKept(): Promise<void> {
  const oldest = Date.now() - 7 * 86_400_000;
  for (const name of await readdir(keptFolder).catch(() => [])) {
    const path = join(keptFolder, name);
    const used = await stat(path).catch(() => undefined);
    if (used && used.mtimeMs < oldest) await rm(path, { recursive: true, force: true });
  }
}

async function fill(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  const aside = `${folder}.aside`;
  for (const left of [aside, folder]) await rm(left, { recursive: true, force: true });
  const files = join(aside, 'files');
  await mkdir(files, { recursive: true });
  await make(files);
  await writeFile(join(aside, inventory), JSON.stringify(await sums(files)));
  await rename(aside, folder);
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    return (await readFile(join(folder, inventory), 'utf8')) === JSON.stringify(await sums(join(folder, 'files')));
  } catch {
    return false;
  }
}

let offprint: Promise<string> | undefined;

async function nameOf(from: readonly string[], how: string): Promise<string> {
  const parts = ['build', 'templates', 'styles', 'package-lock.json'];
  offprint ??= Promise.all(parts.map((part) => sums(join(own, part)))).then((all) => JSON.stringify(all));
  const sources = await Promise.all(from.map(sums));
  const hash = createHash('sha256').update(await offprint);
  hash.update(JSON.stringify([sources, how, process.version, process.env.PUPPETEER_EXECUTABLE_PATH]));
  return hash.digest('hex').slice(0, 32);
}

/** Every file of a folder, or the one file, with the hash of its bytes. */
async function sums(path: string): Promise<[name: string, sum: string][]> {
  const entries = (await stat(path)).isDirectory()
    ? (await readdir(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : [path];
  return Promise.all(
    entries.sort().map(async (file): Promise<[string, string]> => {
      const sum = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return [relative(path, file), sum];
    }),
  );
}
