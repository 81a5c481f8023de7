import { lstat, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { offprintRoot, type Repository } from '../disk/repository.ts';
import { UsageError } from './usage.ts';

/** Writes files, by their paths in the repository, and says so. Throws UsageError, and writes none, where one of them is there already. */
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
    process.stdout.write(`made ${relative('.', full)}\n`);
  }
}

/**
 * Where an editor program finds the JSON Schema, from the file it is for. Where Offprint is not inside the journal’s folder (as it is in node_modules), a path to it would hold on one machine only:
 * then a copy is laid into the journal’s folder `.schemas/`, over the one that an earlier version left.
 */
export async function schemaFor(repository: Repository, path: string, name: string): Promise<string> {
  const ours = join(offprintRoot, 'build', 'schemas', `${name}.schema.json`);
  const from = dirname(join(repository.root, path));
  if (isInside(repository.root, ours)) return relative(from, ours).replaceAll('\\', '/');
  const copy = await repository.writablePath(`.schemas/${name}.schema.json`);
  await makeFolder(dirname(copy));
  await writeFile(copy, await readFile(ours));
  return relative(from, copy).replaceAll('\\', '/');
}
