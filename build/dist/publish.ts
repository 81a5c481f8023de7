import { createHash, randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isThere } from '../disk/is-there.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { type FileContent, type OutputFiles, writeInto } from '../disk/output-files.ts';
import { removal } from '../disk/removal.ts';
import { cleanUp, lastBuild, lockOf, renamed } from './last-build.ts';
import { linkOrCopy } from './link-or-copy.ts';
import { takeLock } from './lock.ts';
import { type Manifest, manifestBytes, manifestName, type WrittenFile } from './manifest.ts';
import { fileInTheWay } from './output-in-the-way.ts';
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

/** The files of an issue while a build writes them, beside their place. */
export interface Publication extends OutputFiles {
  /**
   * Moves all of them to their place, as a whole. `keep` returns true for files of the last build that stay because
   * this build did not make their edition; `sources` are the files that the new ones were made from. A user’s own files
   * stay. Throws {@link OutputInTheWay}.
   */
  place(keep: (path: string) => boolean, sources?: readonly SourceFile[]): Promise<Published>;
  /** Ends the work, and removes what was not moved. */
  end(): Promise<void>;
}

/**
 * Begins to write an issue’s files, for `<out>/<issue>/`, in a folder beside it: a build that fails or is killed leaves
 * the last good one as it was. One build of an issue writes at a time; others wait.
 */
export async function startPublishing(out: string, issue: string): Promise<Publication> {
  const folder = join(out, issue);
  const name = randomBytes(8).toString('hex');
  const staging = join(out, `.${issue}.${name}.new`);
  const old = join(out, `.${issue}.${name}.old`);
  await makeFolder(out);
  const lock = await takeLock(lockOf(out, issue));
  const files = new Map<string, WrittenFile>();
  let placed = false;
  const removeNow = () => {
    rmSync(staging, removal);
    // One that is being replaced comes back with the next command.
    if (!existsSync(old)) lock.removeNow();
  };
  process.once('exit', removeNow);

  const end = async () => {
    process.off('exit', removeNow);
    try {
      if (placed || !(await renamed(old, folder))) await rm(old, removal);
      await rm(staging, removal);
    } finally {
      await lock.release();
    }
  };

  const place: Publication['place'] = async (keep, sources) => {
    const last = await lastBuild(folder);
    const kept = await keptFiles(files, last, folder, keep);
    const manifest = manifestBytes(issue, [...files.values()], sources, kept);
    await makeFolder(staging);
    await linkOrCopy(
      folder,
      staging,
      kept.map(({ path }) => ({ path, kept: path, isLink: false })),
    );
    await writeNew(join(staging, manifestName), manifest);
    const whole = new Set([...files.keys(), ...kept.map(({ path }) => path)]);
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
  };

  try {
    await cleanUp(out, issue);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    async write(path, content) {
      await makeFolder(dirname(join(staging, path)));
      files.set(path, { path, ...(await writeNew(join(staging, path), content)) });
    },
    read: (path) => readFile(join(staging, path)),
    place,
    end,
  };
}

/** Writes a file that does not exist yet. Returns its size and its SHA-256. */
async function writeNew(path: string, content: FileContent): Promise<Pick<WrittenFile, 'size' | 'sha256'>> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx');
  try {
    const write = async (bytes: Uint8Array) => {
      hash.update(bytes);
      size += bytes.length;
      await file.writeFile(bytes);
    };
    await writeInto({ write }, content);
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
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

/**
 * Returns the files of the last build that stay and still exist. Throws {@link OutputInTheWay} if one was replaced by a
 * link.
 */
async function keptFiles(
  files: ReadonlyMap<string, unknown>,
  last: Manifest | undefined,
  folder: string,
  keep: (path: string) => boolean,
): Promise<Manifest['files']> {
  const kept: Manifest['files'] = [];
  for (const file of last?.files ?? []) {
    const { path } = file;
    if (files.has(path) || !keep(path)) continue;
    if (await isFileOf(folder, path)) kept.push(file);
    else if (await isThere(join(folder, path))) throw fileInTheWay(folder, path, true);
  }
  return kept;
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

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
