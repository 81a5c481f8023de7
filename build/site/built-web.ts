import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import type { CitableIssue } from '../citable/citable.ts';
import { citableIssue } from '../citable/citable-issue.ts';
import type { Repository } from '../disk/repository.ts';
import { lastBuild } from '../dist/last-build.ts';
import type { Manifest } from '../dist/manifest.ts';
import { hashOfSources, type SourceFile, sourcesOf, withSources } from '../dist/sources.ts';
import { isFileOf } from '../dist/user-files.ts';
import type { Issue, IssueSource } from '../issue/model.ts';
import { listIssues } from '../manuscript/list-issues.ts';
import { prepareIssue } from '../manuscript/prepare.ts';
import { readIssue } from '../manuscript/read.ts';
import { byNumbers } from '../text/by-numbers.ts';
import type { TermsBook } from '../theme/terms.ts';
import { readBuiltRecord } from '../where/built-record.ts';

/** An issue whose web edition lies in the folder for what is made. */
export interface BuiltWeb {
  source: IssueSource;
  issue: Issue;
  citable: CitableIssue;
  /** The folder of its web edition. */
  folder: string;
  /** The files there, by their paths in it. */
  files: string[];
  /** Files of the whole journal that have changed since, such as `manuscripts/journal.yaml`. */
  older: string[];
}

/** The issues that have a web edition, from the newest to the oldest, and why others cannot be on the site. */
export interface BuiltWebs {
  built: BuiltWeb[];
  /** Issues that have none. */
  without: string[];
  /** Issues whose web edition is not that of their manuscripts. */
  changed: { folder: string; paths: string[] }[];
}

const web = 'web/';

/** Reads the issues of a journal that have a web edition in `out`. Throws OutputInTheWay. */
export async function builtWebs(
  repository: Repository,
  out: string,
  terms: TermsBook,
  cache: Cache,
): Promise<BuiltWebs> {
  const found: BuiltWebs = { built: [], without: [], changed: [] };
  for (const name of await listIssues(repository)) {
    const manifest = await lastBuild(join(out, name));
    const files = manifest?.files.filter(({ path }) => path.startsWith(web)) ?? [];
    if (!manifest || files.length === 0 || !(await areThere(join(out, name), files))) {
      found.without.push(name);
      continue;
    }
    const source = await readIssue(repository, name, cache);
    const issue = await prepareIssue(source, repository, terms, cache);
    const sources = await withSources(await sourcesOf(repository, name), repository, issue.citations?.sources ?? []);
    const changed = changedSince(manifest, files, sources);
    const own = changed.filter((path) => path === '' || path.startsWith(`manuscripts/${name}/`));
    if (own.length > 0) {
      found.changed.push({ folder: name, paths: own.filter((path) => path !== '') });
      continue;
    }
    const read = await readBuiltRecord(join(out, name), sources);
    found.built.push({
      source,
      issue,
      citable: citableIssue(issue, read?.record, terms.languages),
      folder: join(out, name, 'web'),
      files: files.map(({ path }) => path.slice(web.length)),
      older: changed,
    });
  }
  const orderOf = ({ issue: { facts, folder } }: BuiltWeb) => `${facts.date} ${folder}`;
  found.built.sort((one, other) => byNumbers(orderOf(other), orderOf(one)));
  return found;
}

async function areThere(folder: string, files: Manifest['files']): Promise<boolean> {
  for (const { path, size } of files)
    if (!(await isFileOf(folder, path)) || (await lstat(join(folder, path))).size !== size) return false;
  return true;
}

/** The sources that have changed since files were made; an empty path where it is not known which. */
function changedSince({ sources: before }: Manifest, files: Manifest['files'], now: readonly SourceFile[]): string[] {
  const made = new Set(files.map(({ sources }) => sources));
  if (made.size === 1 && made.has(hashOfSources(now))) return [];
  if (!before || made.size !== 1 || !made.has(hashOfSources(before))) return [''];
  const [old, left] = [before, now].map((list) => new Map(list.map(({ path, sha256 }) => [path, sha256])));
  return [...new Set([...(old?.keys() ?? []), ...(left?.keys() ?? [])])]
    .filter((path) => old?.get(path) !== left?.get(path))
    .sort();
}
