import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { hasEnded, type ProgramId, thisProgram } from './program-id.ts';
import { removal } from './removal.ts';

/**
 * Makes a temporary folder that this program removes, and removes those of the same purpose that killed programs left
 * behind.
 */
export async function temporaryFolder(purpose: 'profile' | 'results' | 'comparison'): Promise<string> {
  const prefix = `offprint-${purpose}-`;
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(holderOf(folder), JSON.stringify(thisProgram()));
  await sweep(prefix);
  return folder;
}

/** The file that names the program that a folder belongs to. */
const holderOf = (folder: string) => join(folder, 'offprint.json');

async function sweep(prefix: string): Promise<void> {
  for (const name of (await readdir(tmpdir()).catch(() => [])).filter((one) => one.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      const found = await lstat(folder);
      // The temporary folder is shared, so another user may have put it there.
      if (!found.isDirectory() || found.uid !== userInfo().uid) continue;
      const holder: ProgramId = JSON.parse(await readFile(holderOf(folder), 'utf8'));
      if (hasEnded(holder)) await rm(folder, removal);
    } catch {
      // Another build removes it, or has just made it.
    }
  }
}
