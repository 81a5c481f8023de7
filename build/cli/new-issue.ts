import { parseDocument } from 'yaml';
import type { Repository } from '../disk/repository.ts';
import { listIssues } from '../manuscript/list-issues.ts';
import { byNumbers } from '../text/by-numbers.ts';
import { sourceDateEpoch } from '../text/creation-date.ts';
import { openTemplates } from '../theme/templates.ts';
import { articleText } from './new-article.ts';
import { spoken } from './spoken/spoken.ts';
import { UsageError } from './usage.ts';
import { pathToSchema, writeNew } from './write-new.ts';

/**
 * Runs `offprint new issue 2026-1`: writes an issue.yaml and a first article. Without a name, it makes the issue after
 * the newest. Facts that the name does not contain are guessed from the previous issue and the calendar, so that the
 * issue can be built, and the guesses are printed. Throws UsageError.
 */
export async function newIssue(name: string | undefined, repository: Repository): Promise<void> {
  const newest = (await listIssues(repository)).sort(byNumbers).at(-1);
  const issue = name ?? (newest && nextName(newest));
  if (!issue) throw new UsageError('Name the issue, e.g. offprint new issue 2026-1.');
  if (!/^[\p{L}\d][\p{L}\d._-]*$/u.test(issue))
    throw new UsageError(`"${issue}" cannot name an issue’s folder. Use letters, digits and hyphens, e.g. 2026-1.`);
  const [, year, number] = /^(\d{4})?\D*(\d*)$/.exec(issue) ?? [];
  const before = newest ? await factsOf(repository, newest) : {};
  const guess = {
    ...(number ? {} : { number: numberAfter(before.number) ?? 1 }),
    ...(year ? {} : { date: thisYear() }),
  };
  const date = year ?? String(thisYear());
  const volume = volumeAfter(before, date);
  const path = `manuscripts/${issue}/issue.yaml`;
  const text = await openTemplates(repository).render('new/issue.yaml.ejs', {
    volume,
    number: number ? Number(number) : guess.number,
    date,
    article: 'first-article.md',
    schema: await pathToSchema(repository, path, 'issue'),
  });
  const article = await articleText(repository, 'The first article');
  await writeNew(
    repository,
    new Map([
      [path, text],
      [`manuscripts/${issue}/first-article.md`, article],
    ]),
  );
  const guesses = [...(newest ? ['volume'] : []), ...Object.keys(guess)];
  if (guesses.length > 0)
    process.stdout.write(
      `${spoken(`look at ${path}: ${guesses.join(', ')} ${guesses.length > 1 ? 'are guesses' : 'is a guess'}`)}\n`,
    );
}

/** The volume of an issue. Volumes follow years, where both are numbers: 2 in 2027, after 1 in 2026. */
function volumeAfter({ volume, date }: { volume?: unknown; date?: unknown }, year: string): number | string {
  const years = Number(year) - Number(String(date ?? year).slice(0, 4));
  if (volume === undefined || volume === null) return 1;
  return Number.isInteger(Number(volume)) && years > 0 ? Number(volume) + years : String(volume);
}

function numberAfter(number: unknown): number | undefined {
  const last = /\d+$/.exec(String(number ?? ''))?.[0];
  return last ? Number(last) + 1 : undefined;
}

/** The current year, by the clock if no date is set: a new issue has no date of its own. */
function thisYear(): number {
  return (sourceDateEpoch() ?? new Date()).getUTCFullYear();
}

/** The facts of an issue as written: faults in them are reported elsewhere. */
async function factsOf(repository: Repository, issue: string): Promise<Record<string, unknown>> {
  const data = await repository.read(`manuscripts/${issue}/issue.yaml`);
  const read: unknown = parseDocument(new TextDecoder().decode(data), { logLevel: 'error' }).toJS();
  return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
}

/** The next folder name: 2026-2 after 2026-1. */
function nextName(issue: string): string | undefined {
  const match = /^(.*?)(\d+)$/.exec(issue);
  return match ? `${match[1]}${Number(match[2]) + 1}` : undefined;
}
