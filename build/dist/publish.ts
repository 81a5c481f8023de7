import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { type Files, manifestName, manifestOf, readManifest } from './manifest.ts';
import { OutputInTheWay } from './output-in-the-way.ts';
import type { Source } from './sources.ts';

/**
 * Writes an issue’s files to `<out>/<issue>/`: beside it first, then moved into place as a whole, so that a build that fails or is
 * killed leaves the last good one as it was. `keep` tells which files of the last build stay because this one did not make anew what they
 * belong to; `sources` are what the files were made of. Returns the folder. Throws {@link OutputInTheWay}.
 */
export async function publish(
  out: string,
  issue: string,
  files: Files,
  keep: (path: string) => boolean,
  sources?: readonly Source[],
): Promise<string> {
  const folder = join(out, issue);
  const aside = join(out, `.${issue}.${process.pid}.new`);
  const old = join(out, `.${issue}.${process.pid}.old`);
  await makeFolder(out);
  let placed = false;
  try {
    // Another build of the issue may publish at any moment: then this one begins again from what that one left.
    while (!placed) {
      await restore(out, issue);
      const last = await lastBuild(folder);
      const whole = await withKept(files, last, folder, keep);
      if (!whole) continue;
      const kept = readManifest(last ?? '')?.files.filter(({ path }) => !files.has(path)) ?? [];
      const manifest = manifestOf(issue, whole, sources, new Map(kept.map((file) => [file.path, file])));
      await writeAll(aside, whole.set(manifestName, manifest));
      placed = await exchange(folder, { aside, old, last }, async () =>
        (await asides(out, issue)).some(({ kind }) => kind === 'old'),
      );
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
    // Put back after the new one was placed, the last build could take the place of a later one that is just being moved.
    if (placed || !(await renamed(old, folder))) await rm(old, { recursive: true, force: true });
  }
  return folder;
}

/** Throws {@link OutputInTheWay} where the folder of an issue holds files that are not a build’s: better said before the work than after it. */
export async function refuseForeign(out: string, issue: string): Promise<void> {
  await lastBuild(join(out, issue));
}

/** The manifest of the last build; undefined where there was none. */
async function lastBuild(folder: string): Promise<string | undefined> {
  for (;;) {
    const text = await unlessMissing(readFile(join(folder, manifestName), 'utf8'));
    if (text !== undefined && pathsOf(text)) return text;
    const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
    if (entries.length === 0) return undefined;
    // A folder that has a manifest now, and had none a moment ago, was moved into place in between.
    if (text !== undefined || !entries.some((entry) => entry.name === manifestName && entry.isFile()))
      throw new OutputInTheWay(folder);
  }
}

function unlessMissing<T>(read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** The paths in a manifest; undefined where it is none. */
function pathsOf(manifest: string): string[] | undefined {
  return readManifest(manifest)?.files.map(({ path }) => path);
}

/** The files with those of the last build that stay; undefined where one of them has gone meanwhile. */
async function withKept(
  files: Files,
  last: string | undefined,
  folder: string,
  keep: (path: string) => boolean,
): Promise<Map<string, Uint8Array> | undefined> {
  const whole = new Map(files);
  for (const path of pathsOf(last ?? '') ?? []) {
    if (whole.has(path) || !keep(path)) continue;
    const data = await readFile(join(folder, path)).catch(() => undefined);
    if (data) whole.set(path, data);
    else if ((await lastBuild(folder)) !== last) return undefined;
  }
  return whole;
}

async function writeAll(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, data] of files) {
    await makeFolder(dirname(join(folder, path)));
    await writeFile(join(folder, path), data);
  }
}

/**
 * Puts `aside` in the place of the last build. Returns false, and leaves everything as it is, where that is no longer `last`, or where another build has it in hand: it may put it back.
 */
async function exchange(
  folder: string,
  { aside, old, last }: { aside: string; old: string; last: string | undefined },
  isInHand: () => Promise<boolean>,
): Promise<boolean> {
  const moved = await renamed(folder, old);
  if (!moved && (last !== undefined || (await isInHand()))) return false;
  const isLast = await lastBuild(old).then(
    (now) => now === last,
    () => false,
  );
  if (moved && !isLast) {
    // Where yet another build has filled the place meanwhile, it is the later one.
    if (!(await renamed(old, folder))) await rm(old, { recursive: true, force: true });
    return false;
  }
  if (await renamed(aside, folder)) return true;
  await rm(old, { recursive: true, force: true });
  return false;
}

/** Moves a folder. Returns false where it is not there, or where the new place is taken. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Cleans up after builds that were killed: what they wrote goes; a last good issue that they had just moved aside comes back. */
async function restore(out: string, issue: string): Promise<void> {
  for (const { name, kind, pid } of await asides(out, issue)) {
    if (isAlive(pid)) continue;
    const left = join(out, name);
    if (kind === 'new' || !(await renamed(left, join(out, issue)))) await rm(left, { recursive: true, force: true });
  }
}

/** What builds of an issue have beside it: what they write, and the last build while they move it. */
async function asides(out: string, issue: string): Promise<{ name: string; pid: number; kind: string }[]> {
  const names = (await readdir(out)).filter((name) => name.startsWith(`.${issue}.`));
  return names.flatMap((name) => {
    const [, pid, kind = ''] = /^\.(\d+)\.(new|old)$/.exec(name.slice(issue.length + 1)) ?? [];
    return pid === undefined ? [] : [{ name, pid: Number(pid), kind }];
  });
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
