import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder } from './kept.ts';

/** By file: the seconds of those that take long, for a machine on which none has been run. */
const usual = 'run/usual-seconds.json';

/** By folder and file: the seconds of the last run on this machine. */
const last = join(keptFolder, 'seconds.json');

/** Test files in the order in which they are best run: those that took long the last time first. */
export async function longestFirst(root: string, files: readonly string[]): Promise<string[]> {
  const times = { ...(await read(join(root, usual))), ...((await read(last))[root] as object) } as Record<
    string,
    number
  >;
  const time = (file: string): number => times[file] ?? 0;
  return [...files].sort((a, b) => time(b) - time(a));
}

/** Keeps what files took for the next run on this machine. `update`: they are the usual ones of new machines from now on. */
export async function rememberSeconds(
  root: string,
  seconds: ReadonlyMap<string, number>,
  update: boolean,
): Promise<void> {
  const known = await read(last);
  known[root] = { ...(known[root] as object), ...Object.fromEntries(seconds) };
  await mkdir(keptFolder, { recursive: true });
  await writeFile(last, JSON.stringify(known));
  if (!update) return;
  const long = [...seconds].filter(([, time]) => time > 4).sort(([, a], [, b]) => b - a);
  const rounded = Object.fromEntries(long.map(([file, time]) => [file, Math.round(time)]));
  await writeFile(join(root, usual), `${JSON.stringify(rounded, null, 2)}\n`);
}

/** Nothing where there is none that can be read: the order is no more than a help. */
async function read(path: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return {};
  }
}
