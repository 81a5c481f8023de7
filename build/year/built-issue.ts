import { join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import type { Repository } from '../disk/repository.ts';
import { sourcesOf, withSources } from '../dist/sources.ts';
import type { Article, Issue, IssueSource } from '../issue/model.ts';
import { listIssues } from '../manuscript/list-issues.ts';
import { prepareIssue } from '../manuscript/prepare.ts';
import { readIssue } from '../manuscript/read.ts';
import type { PageRecord } from '../record/schema.ts';
import { byNumbers } from '../text/by-numbers.ts';
import type { TermsBook } from '../theme/terms.ts';
import { readBuiltRecord } from '../where/built-record.ts';

/** An issue of a year, with the record of its pages. */
export interface BuiltIssue {
  source: IssueSource;
  issue: Issue;
  record: PageRecord;
}

/** The issues of a year: those whose record is that of their manuscripts, and why the others have none. */
export interface YearsIssues {
  built: BuiltIssue[];
  lacking: { folder: string; why: 'not built' | 'changed' | 'older'; changed: string[] }[];
}

/** The folder of the issue that a year’s contents make. */
export function contentsFolder(year: string): string {
  return `${year}-contents`;
}

/** Reads the issues of a year, in the order of their dates, with the page records that lie in `out`. */
export async function issuesOfYear(
  repository: Repository,
  year: string,
  out: string,
  terms: TermsBook,
  cache: Cache,
): Promise<YearsIssues> {
  const built: BuiltIssue[] = [];
  const lacking: YearsIssues['lacking'] = [];
  for (const folder of await listIssues(repository)) {
    if (folder === contentsFolder(year)) continue;
    const source = await readIssue(repository, folder, cache);
    if (String(source.facts.value.date).slice(0, 4) !== year) continue;
    const issue = await prepareIssue(source, repository, terms, cache);
    const sources = await withSources(await sourcesOf(repository, folder), repository, issue.citations?.sources ?? []);
    const read = await readBuiltRecord(join(out, folder), sources);
    if (!read) lacking.push({ folder, why: 'not built', changed: [] });
    else if (read.changed === 'unknown') lacking.push({ folder, why: 'changed', changed: [] });
    else if (read.changed.length > 0) lacking.push({ folder, why: 'changed', changed: read.changed });
    else if (issue.articles.some((article) => !isRecorded(article, read.record)))
      lacking.push({ folder, why: 'older', changed: [] });
    else built.push({ source, issue, record: read.record });
  }
  const orderOf = ({ issue: { facts, folder } }: BuiltIssue) => `${facts.date} ${folder}`;
  return { built: built.sort((one, other) => byNumbers(orderOf(one), orderOf(other))), lacking };
}

/** True if a record knows an article and all places in it that indexes lead to. */
function isRecorded({ id, indexMarks = [] }: Article, { articles, ids }: PageRecord): boolean {
  return articles.some((one) => one.id === id) && indexMarks.every((mark) => Object.hasOwn(ids, mark.id));
}
