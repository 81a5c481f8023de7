import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import { type Manifest, manifestName, reportName } from './manifest.ts';

/** A file in an issue’s folder that no build made, or that was changed after it was built. */
export interface UserFile {
  /** The path in the issue’s folder, with `/`. */
  path: string;
  /** Its path after the next build. */
  kept: string;
  isLink: boolean;
}

/**
 * Returns the user’s files in an issue’s folder: files and links that no build made, and built files that were changed
 * since. The report of a check is neither.
 */
export async function userFiles(folder: string, manifest: Manifest): Promise<UserFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => [relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, '/'), entry]),
  );
  const built = new Map(manifest.files.map((file) => [file.path, file]));
  const own: UserFile[] = [];
  for (const [path, entry] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (path === manifestName || path === reportName || unfinishedReport.test(path)) continue;
    const file = built.get(path);
    if (!file) own.push({ path, kept: path, isLink: entry.isSymbolicLink() });
    else if (entry.isFile() && !(await isUnchanged(join(folder, path), file)))
      own.push({ path, kept: changedName(path, paths), isLink: false });
  }
  return own;
}

/** A file that an interrupted check leaves. */
const unfinishedReport = /^\.preflight\.html\.[\da-f]{16}$/;

/** True if a path leads to a file in a folder without links and `..`. */
export async function isFileOf(folder: string, path: string): Promise<boolean> {
  const way = join(folder, path);
  if (!isInside(folder, way) || !(await lstat(way).catch(() => undefined))?.isFile()) return false;
  return (await realpath(way)) === join(await realpath(folder), path);
}

async function isUnchanged(path: string, { size, sha256 }: { size: number; sha256: string }): Promise<boolean> {
  if ((await lstat(path)).size !== size) return false;
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === sha256
  );
}

/** Returns the name under which a changed file is kept: `ua-2026-1-print (changed).pdf`. */
function changedName(path: string, taken: ReadonlyMap<string, unknown>): string {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]+)?$/.exec(path) ?? [];
  for (let n = 1; ; n++) {
    const name = `${stem} (changed${n > 1 ? ` ${n}` : ''})${ending}`;
    if (!taken.has(name)) return name;
  }
}
