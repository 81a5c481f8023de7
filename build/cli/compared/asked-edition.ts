import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { builtEdition, type ComparedEdition, fileEdition, isBuiltFolder, isFolder } from '../../compare/edition.ts';
import { commitOf, hasGit } from '../../compare/git-revision.ts';
import { FileMissing, openRepository, type Repository } from '../../disk/repository.ts';
import { listIssues } from '../../manuscript/list-issues.ts';
import { UsageError } from '../usage.ts';

/** One of the two things that the user wants compared: what has to be done to have its edition. */
export type AskedEdition =
  | { kind: 'edition'; edition: ComparedEdition; issue?: string | undefined }
  | { kind: 'manuscripts'; name: string; root: string; issue: string | undefined }
  | { kind: 'revision'; name: string; root: string; commit: string; issue: string | undefined };

interface AskedOptions {
  root: string;
  issue?: string;
}

/**
 * Reads what the user named: a PDF or an EPUB; a folder that a build made, or `dist` itself; an issue in manuscripts,
 * or the journal’s folder; else a revision of the journal’s Git repository, `HEAD~1` or `HEAD~1:2026-1`. Throws
 * UsageError.
 */
export async function askedEdition(name: string, { root, issue }: AskedOptions): Promise<AskedEdition> {
  if (name === '') throw new UsageError(`An empty name says nothing to compare. ${kinds}`);
  const path = resolve(name);
  if (/\.(pdf|epub)$/i.test(name)) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return { kind: 'edition', edition: fileEdition(name, path) };
    throw new UsageError(found ? `${name} is not a file.` : `There is no file ${name}.`);
  }
  if (!name.endsWith(':') && (await isFolder(path))) return askedFolder(name, path, issue);
  const repository = await openRepository(root).catch((error) => {
    throw error instanceof FileMissing ? new UsageError(`There is no folder ${root}.`) : error;
  });
  const own = name.replace(/\/+$/, '').replace(/^(\.\/)?manuscripts\//, '');
  if ((await listIssues(repository)).includes(own))
    return { kind: 'manuscripts', name, root: repository.root, issue: own };
  return askedRevision(name, repository.root, issue);
}

const kinds =
  'Name a folder that a build made (dist/2026-1), an issue (2026-1), the journal’s folder, a Git revision (HEAD~1), a PDF or an EPUB.';

async function askedFolder(name: string, path: string, issue: string | undefined): Promise<AskedEdition> {
  const has = (file: string) =>
    stat(join(path, file)).then(
      () => true,
      () => false,
    );
  if (await has('issue.yaml'))
    return { kind: 'manuscripts', name, root: dirname(dirname(path)), issue: basename(path) };
  if (await has('manuscripts')) return { kind: 'manuscripts', name, root: path, issue };
  if (await isBuiltFolder(path)) return edition(name, path);
  if (issue !== undefined && (await isFolder(join(path, issue)))) return edition(join(name, issue), join(path, issue));
  // `dist` itself, with the folders of issues.
  const { readdir } = await import('node:fs/promises');
  const inside: string[] = [];
  for (const one of (await readdir(path)).sort())
    if ((await isFolder(join(path, one))) && (await isBuiltFolder(join(path, one)))) inside.push(one);
  const [only] = inside;
  if (inside.length === 1 && only !== undefined) return edition(join(name, only), join(path, only));
  if (inside.length > 1)
    throw new UsageError(
      `${name} has several issues: ${inside.join(', ')}. Name one, as ${join(name, only ?? '')}, or by --issue.`,
    );
  throw new UsageError(`${name} has neither an edition nor manuscripts. ${kinds}`);
}

async function edition(name: string, path: string): Promise<AskedEdition> {
  const found = await builtEdition(name, path);
  if (found) return { kind: 'edition', edition: found, issue: found.manifest?.issue };
  throw new UsageError(`${name} has neither an e-book nor a PDF that could be compared. Build it: offprint build`);
}

async function askedRevision(name: string, root: string, issue: string | undefined): Promise<AskedEdition> {
  if (name.startsWith('-')) throw new UsageError(`${name} cannot be a Git revision: it begins with a hyphen. ${kinds}`);
  const [, revision = name, own] = /^(.*?):(.*)$/.exec(name) ?? [];
  const commit = await commitOf(root, revision);
  if (commit) return { kind: 'revision', name, root, commit, issue: own || issue };
  const where = relative('.', root) || 'this folder';
  if (!(await hasGit(root)))
    throw new UsageError(`There is no file, folder or issue ${name}, and ${where} is in no Git repository. ${kinds}`);
  throw new UsageError(
    `There is no file, folder or issue ${name}, and no Git revision of that name in ${where}. ${kinds}`,
  );
}

/** The issue of a journal that is meant: the one that is named, the one of the other edition, or the only one. */
export async function meantIssue(
  repository: Repository,
  name: string,
  issue: string | undefined,
  other: string | undefined,
): Promise<string> {
  const all = await listIssues(repository);
  const [only] = all;
  if (only === undefined)
    throw new UsageError(`${name} has no issue: no folder in its manuscripts/ has an issue.yaml.`);
  if (issue !== undefined) {
    if (all.includes(issue)) return issue;
    throw new UsageError(`${name} has no issue ${issue}. It has: ${all.join(', ')}.`);
  }
  if (other !== undefined && all.includes(other)) return other;
  if (all.length === 1) return only;
  throw new UsageError(`${name} has several issues: ${all.join(', ')}. Say which: --issue ${only}`);
}
