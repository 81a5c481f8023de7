import { createHash } from 'node:crypto';
import { FileMissing, PathOutside, type Repository } from '../disk/repository.ts';

/** A file that an issue is made of. */
export interface Source {
  /** Relative to the journal’s root, with `/`. */
  path: string;
  sha256: string;
}

/**
 * The journal’s files that an issue is made of: its settings, everything in the issue’s folder, and the journal’s own
 * styles and templates. Offprint’s own files are not counted. Sorted by path.
 */
export async function sourcesOf(repository: Repository, issue: string): Promise<Source[]> {
  const paths = ['manuscripts/journal.yaml'];
  for (const folder of [`manuscripts/${issue}`, 'styles', 'templates'])
    paths.push(...(await filesIn(repository, folder)));
  const sources: Source[] = [];
  for (const path of paths.sort()) {
    const data = await repository.read(path).catch((error: unknown) => {
      // A link that leads out of the journal is not one of its files, and is reported where it is used.
      if (error instanceof FileMissing || error instanceof PathOutside) return undefined;
      throw error;
    });
    if (data) sources.push({ path, sha256: createHash('sha256').update(data).digest('hex') });
  }
  return sources;
}

/** One hash of all sources: the same sources have the same. */
export function digestOf(sources: readonly Source[]): string {
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex');
}

async function filesIn(repository: Repository, folder: string, depth = 0): Promise<string[]> {
  const files: string[] = [];
  for (const name of await repository.list(folder)) {
    // Editors and systems leave files of their own: .DS_Store, .git.
    if (name.startsWith('.') || name.endsWith('~')) continue;
    const path = `${folder}/${name}`;
    if (!name.endsWith('/')) files.push(path);
    else if (depth < 20) files.push(...(await filesIn(repository, path.slice(0, -1), depth + 1)));
  }
  return files;
}
