import { listIssues } from '../issue/read.ts';
import type { Repository } from '../repository.ts';
import { openTemplates } from '../templates.ts';
import { articleText } from './new-article.ts';
import { byNumbers } from './order.ts';
import { UsageError } from './usage.ts';
import { schemaFor, writeNew } from './write-new.ts';

/**
 * `offprint new issue 2026-1`: an issue.yaml and a first article. Without a name, the issue after the newest. What its name does not tell is
 * left for the editors to fill in, and `offprint check` says so. Throws UsageError.
 */
export async function newIssue(name: string | undefined, repository: Repository): Promise<void> {
  const newest = (await listIssues(repository)).sort(byNumbers).at(-1);
  const issue = name ?? (newest && following(newest));
  if (!issue) throw new UsageError('Name the issue, e.g. offprint new issue 2026-1.');
  if (!/^[\p{L}\d][\p{L}\d._-]*$/u.test(issue))
    throw new UsageError(`"${issue}" cannot name an issue’s folder. Use letters, digits and hyphens, e.g. 2026-1.`);
  const [, year, number] = /^(\d{4})?\D*(\d*)$/.exec(issue) ?? [];
  const path = `manuscripts/${issue}/issue.yaml`;
  const text = await openTemplates(repository).render('new/issue.yaml.ejs', {
    volume: newest ? undefined : 1,
    number: number ? Number(number) : undefined,
    date: year,
    article: 'first-article.md',
    schema: schemaFor(repository, path, 'issue'),
  });
  const article = await articleText(repository, 'The first article');
  await writeNew(
    repository,
    new Map([
      [path, text],
      [`manuscripts/${issue}/first-article.md`, article],
    ]),
  );
}

/** The next folder name: 2026-2 after 2026-1. */
function following(issue: string): string | undefined {
  const match = /^(.*?)(\d+)$/.exec(issue);
  return match ? `${match[1]}${Number(match[2]) + 1}` : undefined;
}
