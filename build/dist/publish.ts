import { randomBytes } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { carryOver } from './carry-over.ts';
import { takeLock } from './lock.ts';
import { type Files, type Manifest, manifestName, manifestOf, readManifest } from './manifest.ts';
import { fileInTheWay, linkInTheWay, OutputInTheWay } from './output-in-the-way.ts';
import { isFileOf, type OwnFile, ownFiles } from './own-files.ts';
import { digestOf, type Source } from './sources.ts';

/** The result of publishing an issue. */
export interface Published {
  folder: string;
  /** The user’s own files that were found there and stay: a line each. */
  told: string[];
}

/**
 * Writes an issue’s files to `<out>/<issue>/`: beside it first, then moved into place as a whole, so that a build that
 * fails or is killed leaves the last good one as it was. `keep` is true for files of the last build that stay, since
 * this one did not make their edition; `sources` are the files that these were made of. The user’s own files there
 * stay. Throws {@link OutputInTheWay}.
 */
export async function publish(
  out: string,
  issue: string,
  files: Files,
  keep: (path: string) => boolean,
  sources?: readonly Source[],
): Promise<Published> {
  const folder = join(out, issue);
  const name = randomBytes(8).toString('hex');
  const aside = join(out, `.${issue}.${name}.new`);
  const old = join(out, `.${issue}.${name}.old`);
  await makeFolder(out);
  const lock = await takeLock(lockOf(out, issue));
  let placed = false;
  try {
    await restore(out, issue);
    const last = await lastBuild(folder);
    const whole = await withKept(files, last, folder, keep);
    const kept = last?.files.filter(({ path }) => whole.has(path) && !files.has(path)) ?? [];
    const manifest = manifestOf(issue, whole, sources, new Map(kept.map((file) => [file.path, file])));
    await writeAll(aside, new Map(whole).set(manifestName, manifest));
    const own = last ? await ownFiles(folder, last) : [];
    // A file that was changed and is not made again stays where it is.
    const carried = own.filter(({ path, kept }) => kept === path || files.has(path) || !whole.has(path));
    const clash = carried.find(({ kept }) => whole.has(kept));
    if (clash) throw fileInTheWay(folder, clash.path, clash.isLink);
    await carryOver(folder, aside, carried);
    const moved = await renamed(folder, old);
    await rename(aside, folder);
    placed = true;
    if (moved && last) await carryOver(old, folder, await addedSince(old, last), 'missing');
    return { folder, told: [...staysOf(folder, carried), ...olderOf(kept, sources)] };
  } finally {
    try {
      if (placed || !(await renamed(old, folder))) await rm(old, removal);
      await rm(aside, removal);
    } finally {
      await lock.release();
    }
  }
}

/** The files that were added to the folder of the last build while a new one was made. */
async function addedSince(old: string, last: Manifest): Promise<OwnFile[]> {
  const built = new Set(last.files.map(({ path }) => path));
  return (await ownFiles(old, { ...last, files: [] })).filter(({ path }) => !built.has(path));
}

function staysOf(folder: string, own: readonly OwnFile[]): string[] {
  const foreign = own.filter(({ path, kept }) => path === kept).map(({ path }) => path);
  const changed = own.filter(({ path, kept }) => path !== kept);
  return [
    ...(foreign.length > 0 ? [`${listed(foreign)} in ${folder}: made by no build, and left there.`] : []),
    ...changed.map(({ path, kept }) => `${join(folder, path)} was changed after it was built: it is kept as ${kept}.`),
  ];
}

/** A line that names files of an earlier build beside the new ones, if they were made of other sources. */
function olderOf(kept: Manifest['files'], sources: readonly Source[] | undefined): string[] {
  const digest = sources && digestOf(sources);
  const older = kept.filter((file) => file.sources !== digest).map(({ path }) => path);
  return older.length > 0 ? [`Beside it, of an earlier build and other manuscripts: ${listed(older)}.`] : [];
}

function listed(paths: readonly string[]): string {
  const rest = paths.length - 3;
  return `${paths.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/**
 * Throws {@link OutputInTheWay} if the folder of an issue is a link, or has files and no build made it: users should
 * know before the work, not after it.
 */
export async function refuseForeign(out: string, issue: string): Promise<void> {
  await lastBuild(join(out, issue));
}

/**
 * Puts the last build of an issue back if a build was killed while it moved it. Returns whether there was one. Throws
 * errors of the file system.
 */
export async function putBack(out: string, issue: string): Promise<boolean> {
  const waits = async () =>
    !(await isThere(join(out, issue))) && (await asides(out, issue)).some(({ kind }) => kind === 'old');
  if (!(await waits())) return false;
  const lock = await takeLock(lockOf(out, issue));
  try {
    // Another build may have been moving it just then.
    const isLeft = await waits();
    if (isLeft) await restore(out, issue);
    return isLeft;
  } finally {
    await lock.release();
  }
}

/** Reads the manifest of the last build; undefined if there was none. */
async function lastBuild(folder: string): Promise<Manifest | undefined> {
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

/**
 * Adds to the files those of the last build that stay and are still there. Throws {@link OutputInTheWay} for a link in
 * place of one.
 */
async function withKept(
  files: Files,
  last: Manifest | undefined,
  folder: string,
  keep: (path: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const whole = new Map(files);
  for (const { path } of last?.files ?? []) {
    if (whole.has(path) || !keep(path)) continue;
    if (await isFileOf(folder, path)) whole.set(path, await readFile(join(folder, path)));
    else if (await isThere(join(folder, path))) throw fileInTheWay(folder, path, true);
  }
  return whole;
}

async function writeAll(folder: string, files: Files): Promise<void> {
  for (const [path, data] of files) {
    await makeFolder(dirname(join(folder, path)));
    await writeFile(join(folder, path), data, { flag: 'wx' });
  }
}

/** Moves a folder. Returns false if it is missing, or if the new place is taken. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Cleans up after builds that were killed: removes what they wrote, and puts back a last good issue that they had moved
 * aside. Only the holder of the lock may call it.
 */
async function restore(out: string, issue: string): Promise<void> {
  for (const { name, kind } of await asides(out, issue)) {
    const left = join(out, name);
    if (kind !== 'old' || !(await renamed(left, join(out, issue)))) await rm(left, removal);
  }
}

const removal = { recursive: true, force: true, maxRetries: 5 };

/**
 * The names that builds leave beside an issue: what they write, the last build while they move it, and locks that were
 * removed.
 */
async function asides(out: string, issue: string): Promise<{ name: string; kind: string }[]> {
  const names = ((await unlessMissing(readdir(out))) ?? []).filter((name) => name.startsWith(`.${issue}.`));
  return names.flatMap((name) => {
    const kind = /^\.(?:[\da-f]{16}|\d+)\.(new|old)$|^\.(lock)\.[\da-f]{16}$/.exec(name.slice(issue.length + 1));
    return kind ? [{ name, kind: kind[1] ?? kind[2] ?? '' }] : [];
  });
}

function lockOf(out: string, issue: string): string {
  return join(out, `.${issue}.lock`);
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
