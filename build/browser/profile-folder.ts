import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { hasEnded, type ProgramId, thisProgram } from '../disk/program-id.ts';

const prefix = 'offprint-profile-';
const removal = { recursive: true, force: true, maxRetries: 5 };

/** Makes a folder for a browser’s profile, and removes those that builds left which were killed. */
export async function profileFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(holderOf(folder), JSON.stringify(thisProgram()));
  await sweep();
  return folder;
}

/** Says whose a profile is. */
const holderOf = (folder: string) => join(folder, 'offprint.json');

async function sweep(): Promise<void> {
  for (const name of (await readdir(tmpdir()).catch(() => [])).filter((one) => one.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      const found = await lstat(folder);
      // In a folder for all, somebody else may have put it there.
      if (!found.isDirectory() || found.uid !== userInfo().uid) continue;
      const holder: ProgramId = JSON.parse(await readFile(holderOf(folder), 'utf8'));
      if (hasEnded(holder)) await rm(folder, removal);
    } catch {
      // Another build removes it, or is just making it.
    }
  }
}
