import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The fixtures of test/faults; `good` is a small journal without a fault, which the others are laid over. */
export const fixtures = fileURLToPath(new URL('../faults/fixtures', import.meta.url));

/** An empty folder of its own, as its real path; it is removed when Node ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'offprint-test-')));
  left.push(folder);
  return folder;
}

/** A copy of the good journal with fixtures laid over it, one after another. */
export async function journal(...over: string[]): Promise<string> {
  const root = await emptyFolder();
  for (const name of ['good', ...over]) await cp(join(fixtures, name), root, { recursive: true });
  await rm(join(root, 'expected.txt'), { force: true });
  return root;
}

/**
 * Every file of a folder and its bytes, as text that can be compared; empty where there is no folder. A folder that goes
 * meanwhile, as the one by which a build tries if it may write, is passed over.
 */
export async function contents(folder: string): Promise<Record<string, string>> {
  const read = (await filesIn(folder)).sort();
  return Object.fromEntries(
    await Promise.all(read.map(async (path) => [relative(folder, path), (await readFile(path)).toString('base64')])),
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const within = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(within)).flat();
}

const left: string[] = [];
process.on('exit', () => {
  for (const folder of left) rmSync(folder, { recursive: true, force: true });
});
