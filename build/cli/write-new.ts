import { lstat, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { offprintRoot, type Repository } from '../disk/repository.ts';
import { spoken } from './spoken/spoken.ts';
import { UsageError } from './usage.ts';

/**
 * Writes new files, by their paths in the repository, and prints their names. Throws UsageError, and writes none, if
 * one of them exists already.
 */
export async function writeNew(repository: Repository, files: ReadonlyMap<string, string>): Promise<void> {
  for (const path of files.keys()) {
    const isThere = await lstat(await repository.writablePath(path)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new UsageError(`${path} is there already; nothing was changed.`);
  }
  for (const [path, text] of files) {
    const full = await repository.writablePath(path);
    await makeFolder(dirname(full));
    await writeFile(full, text, { flag: 'wx' });
    process.stdout.write(`${spoken(`made ${relative('.', full)}`)}\n`);
  }
}

/**
 * The path from a file to its JSON Schema, for editor programs. Where Offprint is not inside the journal’s folder (as
 * it is in node_modules), such a path would be valid on one machine only: then the schema is copied to the journal’s
 * folder `.schemas/`, over the copy of an earlier version.
 */
export async function pathToSchema(repository: Repository, path: string, name: string): Promise<string> {
  const ours = join(offprintRoot, 'build', 'schemas', `${name}.schema.json`);
  const from = dirname(join(repository.root, path));
  if (isInside(repository.root, ours)) return relative(from, ours).replaceAll('\\', '/');
  const copy = await repository.writablePath(`.schemas/${name}.schema.json`);
  await makeFolder(dirname(copy));
  await writeFile(copy, await readFile(ours));
  return relative(from, copy).replaceAll('\\', '/');
}
