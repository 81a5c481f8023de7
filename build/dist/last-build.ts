import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere } from '../disk/is-there.ts';
import { removal } from '../disk/removal.ts';
import { takeLock } from './lock.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';
import { linkInTheWay, OutputInTheWay } from './output-in-the-way.ts';
import { isFileOf } from './user-files.ts';

/**
 * Throws {@link OutputInTheWay} if the folder of an issue is a link, or has files and is not a build’s. Called before
 * the work, so that it is not in vain.
 */
export async function refuseForeign(out: string, issue: string): Promise<void> {
  await lastBuild(join(out, issue));
}

/**
 * Moves the last build of an issue back after a build was killed while it replaced it. Returns true if there was one.
 * Throws the system’s errors.
 */
export async function restoreLastBuild(out: string, issue: string): Promise<boolean> {
  const waits = async () =>
    !(await isThere(join(out, issue))) && (await leftoversOf(out, issue)).some(({ kind }) => kind === 'old');
  if (!(await waits())) return false;
  const lock = await takeLock(lockOf(out, issue));
  try {
    // Another build may have been replacing it just then.
    const isLeft = await waits();
    if (isLeft) await cleanUp(out, issue);
    return isLeft;
  } finally {
    await lock.release();
  }
}

/** Reads the manifest of the last build; undefined if there is none. */
export async function lastBuild(folder: string): Promise<Manifest | undefined> {
  for (;;) {
    const found = await unlessMissing(lstat(folder));
    if (found?.isSymbolicLink()) throw linkInTheWay(folder);
    const entries = found ? await unlessMissing(readdir(folder)) : undefined;
    if (!entries?.length) return undefined;
    const isFile = await isFileOf(folder, manifestName);
    const text = isFile ? await unlessMissing(readFile(join(folder, manifestName), 'utf8')) : undefined;
    const manifest = readManifest(text ?? '');
    if (manifest) return manifest;
    // Another build may have moved its own into place in between.
    if ((await unlessMissing(lstat(folder)))?.ino === found?.ino) throw new OutputInTheWay(folder);
  }
}

function unlessMissing<T>(read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Moves a folder. Returns false if it does not exist, or if the new path is taken. */
export async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Cleans up after builds that were killed: deletes what they wrote, and moves a last good issue back that they had
 * moved away. The caller holds the lock.
 */
export async function cleanUp(out: string, issue: string): Promise<void> {
  for (const { name, kind } of await leftoversOf(out, issue)) {
    const left = join(out, name);
    if (kind !== 'old' || !(await renamed(left, join(out, issue)))) await rm(left, removal);
  }
}

/**
 * Returns what interrupted builds of an issue leave beside it: unfinished output, the last build while it is being
 * replaced, and abandoned locks.
 */
async function leftoversOf(out: string, issue: string): Promise<{ name: string; kind: string }[]> {
  const names = ((await unlessMissing(readdir(out))) ?? []).filter((name) => name.startsWith(`.${issue}.`));
  return names.flatMap((name) => {
    const kind = /^\.(?:[\da-f]{16}|\d+)\.(new|old)$|^\.(lock)\.[\da-f]{16}$/.exec(name.slice(issue.length + 1));
    return kind ? [{ name, kind: kind[1] ?? kind[2] ?? '' }] : [];
  });
}

/** The lock that a build of an issue holds while it writes. */
export function lockOf(out: string, issue: string): string {
  return join(out, `.${issue}.lock`);
}
