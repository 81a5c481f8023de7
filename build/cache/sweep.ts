import { randomBytes } from 'node:crypto';
import { appendFile, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntryFile, entryFiles, kindName, namesIn, removeUnfinished } from './entry-files.ts';

/*
 * Looking at every entry takes time, so builds add up what they write: the first line of `written` has the time and the
 * bytes of the last sweep, and each build that kept something adds a line with its bytes. It is an estimate, no more:
 * where it cannot be read, the folder is swept.
 */

const ledger = 'written';
const day = 86_400_000;

/** Notes that a build kept so many bytes, and sweeps the folder if it may be too large, or was not swept for a day. */
export async function sweepAfter(folder: string, written: number, limit: number): Promise<void> {
  const path = join(folder, ledger);
  await appendFile(path, `${written}\n`);
  const [first = '', ...added] = (await readFile(path, 'utf8')).trim().split('\n');
  const [, time = 0, bytes = 0] = /^(\d+) (\d+)$/.exec(first)?.map(Number) ?? [];
  const total = added.reduce((sum, line) => sum + Number(line), bytes);
  const age = Date.now() - time;
  if (total <= limit && age >= 0 && age < day) return;
  const left = await sweep(folder, limit);
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(aside, `${Date.now()} ${left}\n`);
  await rename(aside, path);
}

/**
 * Removes what was not used for longest, until a fifth of the limit is free, if it was passed; and what builds left
 * that were killed. Returns the bytes that stay. A build that wanted something makes it again.
 */
export async function sweep(folder: string, limit: number): Promise<number> {
  await removeUnfinished(folder, 'old');
  const files = (await entryFiles(folder)).sort((a, b) => a.used - b.used || (a.path < b.path ? -1 : 1));
  let total = sizeOf(files);
  if (total <= limit) return total;
  for (const { path, size } of files) {
    if (total <= limit * 0.8) break;
    await rm(path, { force: true });
    total -= size;
  }
  return total;
}

/** Removes all entries, and nothing else that lies in the folder. Returns what was removed. */
export async function clearEntries(folder: string): Promise<EntryFile[]> {
  const files = await entryFiles(folder);
  for (const { path } of files) await rm(path, { force: true });
  await removeUnfinished(folder, 'all');
  await rm(join(folder, ledger), { force: true });
  // Folders that have something else in them stay.
  for (const kind of await namesIn(folder, kindName, 'folders')) {
    for (const part of await namesIn(join(folder, kind), /./, 'folders'))
      await rmdir(join(folder, kind, part)).catch(() => {});
    await rmdir(join(folder, kind)).catch(() => {});
  }
  await rmdir(folder).catch(() => {});
  return files;
}

function sizeOf(files: readonly EntryFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
