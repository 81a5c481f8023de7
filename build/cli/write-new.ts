import { lstat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { offprintRoot, type Repository } from '../repository.ts';
import { UsageError } from './usage.ts';

/** Writes files, by their paths in the repository, and says so. Throws UsageError, and writes none, where one of them is there already. */
export async function writeNew(repository: Repository, files: ReadonlyMap<string, string>): Promise<void> {
  for (const path of files.keys()) {
    const isThere = await lstat(await repository.place(path)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new UsageError(`${path} is there already; nothing was changed.`);
  }
  for (const [path, text] of files) {
    const full = await repository.place(path);
    await makeFolder(dirname(full));
    await writeFile(full, text, { flag: 'wx' });
    process.stdout.write(`made ${relative('.', full)}\n`);
  }
}

/**
 * Where an editor program finds the JSON Schema, from the file it is for. Undefined where Offprint is not inside the journal’s folder (as it is
 * in node_modules): such a path would hold on one machine only.
 */
export function schemaFor(repository: Repository, path: string, name: string): string | undefined {
  const schemas = join(offprintRoot, 'build', 'schemas');
  if (relative(repository.root, schemas).startsWith('..')) return undefined;
  return relative(dirname(join(repository.root, path)), join(schemas, `${name}.schema.json`)).replaceAll('\\', '/');
}
