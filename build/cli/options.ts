import { realpath } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import { resolve } from 'node:path';
import { isInside } from '../disk/is-inside.ts';
import { FileMissing, openRepository, type Repository } from '../disk/repository.ts';
import type { Edition } from '../editions/edition.ts';
import { namedEditions } from '../editions/table.ts';
import { listIssues } from '../manuscript/list-issues.ts';
import { byNumbers } from '../text/by-numbers.ts';
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

/** The part of an issue that is asked for by name. */
export interface AskedIssue {
  issue: string;
  /** The names of its articles, where only these are asked for. */
  chosen?: string[];
}

/**
 * Reads names of issues and articles: `2026-1`, `2026-1/on-margins`, or the path of a manuscript. Each issue comes
 * once, as a whole if it is named as a whole. Throws UsageError.
 */
export async function askedIssues(repository: Repository, named: readonly string[]): Promise<AskedIssue[]> {
  const asked = named.map((name) => {
    const [issue = '', ...article] = folderName(name).split('/');
    return { issue, article: article.join('/') };
  });
  const issues = await issuesOf(
    repository,
    asked.map(({ issue }) => issue),
  );
  return issues.map((issue) => {
    const articles = asked.filter((one) => one.issue === issue).map(({ article }) => article);
    return articles.length === 0 || articles.includes('') ? { issue } : { issue, chosen: [...new Set(articles)] };
  });
}

/** The named issues, or all of them, each once and in the order of their folders. Throws UsageError. */
export async function issuesOf(repository: Repository, named: readonly string[]): Promise<string[]> {
  const all = await listIssues(repository);
  if (all.length === 0)
    throw new UsageError(
      'There is no issue: no folder in manuscripts/ has an issue.yaml. `offprint new issue 2026-1` makes one.',
    );
  const wanted = named.map(folderName);
  for (const name of wanted) {
    if (all.includes(name)) continue;
    const close = closestWord(name, all);
    throw new UsageError(
      `There is no issue ${name}.${close ? ` Did you mean ${close}?` : ''} There ${all.length > 1 ? 'are' : 'is'}: ${all.join(', ')}.`,
    );
  }
  return wanted.length > 0 ? all.filter((name) => wanted.includes(name)) : all;
}

/** The one issue that is named, or the newest. Throws UsageError. */
export async function issueOrNewest(repository: Repository, named: string | undefined): Promise<string> {
  const issues = (await listIssues(repository)).sort(byNumbers);
  const issue = named === undefined ? issues.at(-1) : folderName(named);
  if (!issue) throw new UsageError('There is no issue yet: offprint new issue 2026-1 makes one.');
  if (!issues.includes(issue)) throw new UsageError(`There is no issue ${issue}. There are: ${issues.join(', ')}.`);
  return issue;
}

/** The name of an issue that is named by it, or by the path of its folder. */
function folderName(name: string): string {
  return name.replace(/\/+$/, '').replace(/^(\.\/)?manuscripts\//, '');
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
export function editionNames(only: string | undefined, table: readonly Edition[]): Set<string> | undefined {
  if (only === undefined) return undefined;
  const all = namedEditions(table).map(({ name }) => name);
  const names = only.split(',').flatMap((name) => name.trim() || []);
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

/**
 * The number of units that are set at once: that of `--jobs`, else as many as the machine has cores and memory for.
 * Throws UsageError.
 */
export function jobsOf(jobs: string | undefined): number {
  if (jobs === undefined) return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / tabMemory), 8));
  const count = Number(jobs);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new UsageError(`--jobs wants a whole number from 1 to 64, not ${jobs}.`);
}

/** The bytes of memory that a tab of the browser takes for a long article. */
const tabMemory = 400e6;
