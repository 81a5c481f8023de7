import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isThere } from '../disk/is-there.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { linkOrCopy } from './link-or-copy.ts';
import { takeLock } from './lock.ts';
import { type EditionFiles, type Manifest, manifestBytes, manifestName, readManifest } from './manifest.ts';
import { fileInTheWay, linkInTheWay, OutputInTheWay } from './output-in-the-way.ts';
import { hashOfSources, type SourceFile } from './sources.ts';
import { isFileOf, type UserFile, userFiles } from './user-files.ts';

/** The result of publishing an issue. */
export interface Published {
  folder: string;
  /** Messages about the user’s files that were found there and stay, a line each. */
  messages: string[];
  /** The SHA-256 of its manifest. */
  manifest: string;
}

/**
 * Writes an issue’s files to `<out>/<issue>/`: first beside it, then moved into place as a whole, so that a build that
 * fails or is killed leaves the last good one as it was. `keep` returns true for files of the last build that stay
 * because this build did not make their edition; `sources` are the files that `files` were made from. A user’s own
 * files stay. Throws {@link OutputInTheWay}.
 */
export async function publish(
  out: string,
  issue: string,
  files: EditionFiles,
  keep: (path: string) => boolean,
  sources?: readonly SourceFile[],
): Promise<Published> {
  const folder = join(out, issue);
  const name = randomBytes(8).toString('hex');
  const staging = join(out, `.${issue}.${name}.new`);
  const old = join(out, `.${issue}.${name}.old`);
  await makeFolder(out);
  const lock = await takeLock(lockOf(out, issue));
  let placed = false;
  try {
    await cleanUp(out, issue);
    const last = await lastBuild(folder);
    const whole = await withKeptFiles(files, last, folder, keep);
    const kept = last?.files.filter(({ path }) => whole.has(path) && !files.has(path)) ?? [];
    const manifest = manifestBytes(issue, whole, sources, new Map(kept.map((file) => [file.path, file])));
    await writeAll(staging, new Map(whole).set(manifestName, manifest));
    const own = last ? await userFiles(folder, last) : [];
    // A changed file that is not built again stays where it is.
    const carried = own.filter(({ path, kept }) => kept === path || files.has(path) || !whole.has(path));
    const clash = carried.find(({ kept }) => whole.has(kept));
    if (clash) throw fileInTheWay(folder, clash.path, clash.isLink);
    await linkOrCopy(folder, staging, carried);
    const moved = await renamed(folder, old);
    await rename(staging, folder);
    placed = true;
    if (moved && last) await linkOrCopy(old, folder, await addedSince(old, last), 'missing');
    const messages = [...ownFileMessages(folder, carried), ...olderFileMessages(kept, sources)];
    return { folder, messages, manifest: sha256Of(manifest) };
  } finally {
    try {
      if (placed || !(await renamed(old, folder))) await rm(old, removal);
      await rm(staging, removal);
    } finally {
      await lock.release();
    }
  }
}

/**
 * Returns the last build of an issue, with the messages that publishing it again would bring, if it is the one with
 * this manifest and no file of it was touched. Cleans up after builds that were killed. Throws {@link OutputInTheWay}.
 */
export async function lastBuildAsLeft(out: string, issue: string, manifest: string): Promise<Published | undefined> {
  const folder = join(out, issue);
  if (!(await isThere(folder))) return undefined;
  const lock = await takeLock(lockOf(out, issue));
  try {
    await cleanUp(out, issue);
    const last = await lastBuild(folder);
    if (!last || sha256Of(await readFile(join(folder, manifestName))) !== manifest) return undefined;
    const areThere = await Promise.all(last.files.map(({ path }) => isFileOf(folder, path)));
    if (areThere.includes(false)) return undefined;
    const own = await userFiles(folder, last);
    if (own.some(({ path, kept }) => path !== kept)) return undefined;
    return {
      folder,
      messages: [...ownFileMessages(folder, own), ...olderFileMessages(last.files, last.sources)],
      manifest,
    };
  } finally {
    await lock.release();
  }
}

/** Returns the files that a user put into the folder of the last build while the new one was prepared. */
async function addedSince(old: string, last: Manifest): Promise<UserFile[]> {
  const built = new Set(last.files.map(({ path }) => path));
  return (await userFiles(old, { ...last, files: [] })).filter(({ path }) => !built.has(path));
}

function ownFileMessages(folder: string, own: readonly UserFile[]): string[] {
  const foreign = own.filter(({ path, kept }) => path === kept).map(({ path }) => path);
  const changed = own.filter(({ path, kept }) => path !== kept);
  return [
    ...(foreign.length > 0 ? [`${listed(foreign)} in ${folder}: made by no build, and left there.`] : []),
    ...changed.map(({ path, kept }) => `${join(folder, path)} was changed after it was built: it is kept as ${kept}.`),
  ];
}

/** Returns messages about files of an earlier build beside the new ones, if they were made from other sources. */
function olderFileMessages(kept: Manifest['files'], sources: readonly SourceFile[] | undefined): string[] {
  const digest = sources && hashOfSources(sources);
  const older = kept.filter((file) => file.sources !== digest).map(({ path }) => path);
  return older.length > 0 ? [`Beside it, of an earlier build and other manuscripts: ${listed(older)}.`] : [];
}

function listed(paths: readonly string[]): string {
  const rest = paths.length - 3;
  return `${paths.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

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
 * Adds the files of the last build that stay and still exist. Throws {@link OutputInTheWay} if one was replaced by a
 * link.
 */
async function withKeptFiles(
  files: EditionFiles,
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

async function writeAll(folder: string, files: EditionFiles): Promise<void> {
  for (const [path, data] of files) {
    await makeFolder(dirname(join(folder, path)));
    await writeFile(join(folder, path), data, { flag: 'wx' });
  }
}

/** Moves a folder. Returns false if it does not exist, or if the new path is taken. */
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
 * Cleans up after builds that were killed: deletes what they wrote, and moves a last good issue back that they had
 * moved away. The caller holds the lock.
 */
async function cleanUp(out: string, issue: string): Promise<void> {
  for (const { name, kind } of await leftoversOf(out, issue)) {
    const left = join(out, name);
    if (kind !== 'old' || !(await renamed(left, join(out, issue)))) await rm(left, removal);
  }
}

const removal = { recursive: true, force: true, maxRetries: 5 };

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

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function lockOf(out: string, issue: string): string {
  return join(out, `.${issue}.lock`);
}
