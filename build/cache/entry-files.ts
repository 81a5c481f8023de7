import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryName } from './entry.ts';

/** The file of an entry in a cache’s folder. */
export interface EntryFile {
  path: string;
  kind: string;
  /** In bytes. */
  size: number;
  /** When it was last used, in ms since 1970; within an hour. */
  used: number;
}

/** In bytes: no result is so large, and what is larger is not read. */
export const longestEntry = 2 ** 29;

/** The folder, among those of kinds, in which entries are written before they are moved into place. */
export const asideFolder = 'new';

/** The path of an entry’s file. */
export function pathOfEntry(folder: string, { kind, key }: EntryName): string {
  return join(folder, kind, key.slice(0, 2), key);
}

/**
 * The bytes of an entry’s file; undefined where there is none, and empty where something stands that no build puts
 * there. That it was used is noted in its time, by which old entries are swept.
 */
export async function readEntryFile(path: string): Promise<Uint8Array | undefined> {
  // A link is not followed, and nothing waits for a pipe’s other end.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let file: FileHandle | undefined;
  try {
    file = await open(path, flags);
    const found = await file.stat();
    if (!found.isFile() || found.size > longestEntry) return nothing;
    const bytes = Buffer.allocUnsafeSlow(found.size);
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) return nothing;
      at += bytesRead;
    }
    const now = Date.now();
    if (Math.abs(now - found.mtimeMs) > hour) await file.utimes(now / 1000, now / 1000).catch(() => {});
    return bytes;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : nothing;
  } finally {
    await file?.close().catch(() => {});
  }
}

const hour = 3_600_000;
const nothing = new Uint8Array();

/** The files of all entries in a cache’s folder. */
export async function entryFiles(folder: string): Promise<EntryFile[]> {
  const found: EntryFile[] = [];
  for (const kind of await namesIn(folder, kindName, 'folders')) {
    if (kind === asideFolder) continue;
    for (const part of await namesIn(join(folder, kind), /^[\da-f]{2}$/, 'folders')) {
      const names = await namesIn(join(folder, kind, part), /^[\da-f]{64}$/, 'files');
      const files = names.map(async (name): Promise<EntryFile[]> => {
        const path = join(folder, kind, part, name);
        const one = await stat(path).catch(() => undefined);
        return one?.isFile() ? [{ path, kind, size: one.size, used: one.mtimeMs }] : [];
      });
      found.push(...(await Promise.all(files)).flat());
    }
  }
  return found;
}

/** The names that kinds of results may have. */
export const kindName = /^[a-z][a-z\d-]{0,29}$/;

/** Removes entries that were being written by builds that have ended since, or all. */
export async function removeUnfinished(folder: string, which: 'all' | 'old'): Promise<void> {
  const oldest = Date.now() - hour;
  for (const name of await namesIn(join(folder, asideFolder), /^[\da-f]{64}\.[\da-f]{16}$/, 'files')) {
    const path = join(folder, asideFolder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && (which === 'all' || found.mtimeMs < oldest)) await rm(path, { force: true }).catch(() => {});
  }
}

/** The names of folders or files in a folder. Links lead elsewhere, and are neither. */
export async function namesIn(folder: string, pattern: RegExp, which: 'folders' | 'files'): Promise<string[]> {
  const isLink = await lstat(folder).then(
    (found) => found.isSymbolicLink(),
    () => true,
  );
  const entries = isLink ? [] : await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => pattern.test(entry.name) && (which === 'files' ? entry.isFile() : entry.isDirectory()))
    .map(({ name }) => name)
    .sort();
}
