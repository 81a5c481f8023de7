import { lstat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The folder for results in the user’s cache. */
export function usersCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'offprint');
}

/**
 * The reason not to use a folder in the user’s cache: others could put results there; undefined if there is none. A
 * folder that does not exist yet is made for the user alone.
 */
export async function foreignBecause(folder: string): Promise<string | undefined> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return undefined;
  if (!found.isDirectory()) return `${folder} is not a folder`;
  if (process.platform === 'win32') return undefined;
  if (found.uid !== userInfo().uid) return `${folder} belongs to another user`;
  return found.mode & 0o022 ? `others can write to ${folder}` : undefined;
}
