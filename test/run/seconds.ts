import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder } from './kept.ts';

const place = join(keptFolder, 'seconds.json');

/** Test files in the order in which they are best run: those that took long the last time first, and new ones before them. */
export async function longestFirst(root: string, files: readonly string[]): Promise<string[]> {
  const last = (await all())[root] ?? {};
  const time = (file: string): number => last[file] ?? Number.MAX_VALUE;
  return [...files].sort((a, b) => time(b) - time(a));
}

/** Keeps what files took for the next run. */
export async function rememberSeconds(root: string, seconds: ReadonlyMap<string, number>): Promise<void> {
  const known = await all();
  known[root] = { ...known[root], ...Object.fromEntries(seconds) };
  await mkdir(keptFolder, { recursive: true });
  await writeFile(place, JSON.stringify(known, null, 1));
}

/** By folder and file; nothing where none are kept, or they cannot be read: the order is no more than a help. */
async function all(): Promise<Record<string, Record<string, number>>> {
  try {
    return JSON.parse(await readFile(place, 'utf8'));
  } catch {
    return {};
  }
}
