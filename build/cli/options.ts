import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import { FileMissing, openRepository, type Repository } from '../disk/repository.ts';
import type { Edition } from '../editions/edition.ts';
import { namedEditions } from '../editions/table.ts';
import { listIssues } from '../manuscript/list-issues.ts';
import { closestWord } from '../text/closest-word.ts';
import { UsageError } from './usage.ts';

/** Options of the commands that work on manuscripts. */
export interface CommonOptions {
  root: string;
  strict?: boolean;
  quiet?: boolean;
  json?: boolean;
}

/** Opens the repository of `--root`, which must have manuscripts. Throws UsageError. */
export async function repositoryOf({ root }: Pick<CommonOptions, 'root'>): Promise<Repository> {
  const repository = await openRepository(root).catch((error) => {
    throw error instanceof FileMissing ? new UsageError(`There is no folder ${root}.`) : error;
  });
  if ((await repository.list('.')).includes('manuscripts/')) return repository;
  throw new UsageError(
    `${repository.root} has no folder manuscripts/. Go to the journal’s folder, or name it with --root; \`offprint new journal\` makes one.`,
  );
}

/** The named issues, or all of them, each once and in the order of their folders. Throws UsageError. */
export async function issuesOf(repository: Repository, named: readonly string[]): Promise<string[]> {
  const all = await listIssues(repository);
  if (all.length === 0)
    throw new UsageError(
      'There is no issue: no folder in manuscripts/ has an issue.yaml. `offprint new issue 2026-1` makes one.',
    );
  const wanted = named.map((name) => name.replace(/\/+$/, '').replace(/^(\.\/)?manuscripts\//, ''));
  for (const name of wanted) {
    if (all.includes(name)) continue;
    const close = closestWord(name, all);
    throw new UsageError(
      `There is no issue ${name}.${close ? ` Did you mean ${close}?` : ''} There ${all.length > 1 ? 'are' : 'is'}: ${all.join(', ')}.`,
    );
  }
  return wanted.length > 0 ? all.filter((name) => wanted.includes(name)) : all;
}

/**
 * The folder for the output: `--out`, wherever it leads, or `dist` in the journal’s folder. A journal’s folder may come
 * from someone unknown, so its `dist` must not be a link to a place outside. Throws UsageError.
 */
export async function outputFolder({ root }: Repository, out: string | undefined): Promise<string> {
  if (out !== undefined) return resolve(out);
  const dist = resolve(root, 'dist');
  const real = await realpath(dist).catch(() => dist);
  if (!isInside(root, real))
    throw new UsageError(`${dist} is a link out of the journal’s folder. If it is meant, say so: --out ${real}`);
  return dist;
}

/** The names of the editions in `--only epub,print`, which must be in the table. Throws UsageError. */
export function editionNames(only: string | undefined, table: readonly Edition[]): Set<string> {
  const all = namedEditions(table).map(({ name }) => name);
  const names = only === undefined ? all : only.split(',').flatMap((name) => name.trim() || []);
  if (names.length === 0) throw new UsageError(`--only wants an edition: ${all.join(', ')}.`);
  for (const name of names) {
    if (all.includes(name)) continue;
    const close = closestWord(name, all);
    throw new UsageError(
      `There is no edition ${name}.${close ? ` Did you mean ${close}?` : ''} There are: ${all.join(', ')}.`,
    );
  }
  return new Set(names);
}
