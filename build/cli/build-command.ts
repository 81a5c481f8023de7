import { join, relative } from 'node:path';
import { noCache } from '../cache/cache.ts';
import type { Repository } from '../disk/repository.ts';
import { refuseForeign } from '../dist/last-build.ts';
import { refuseUnwritable } from '../dist/refuse-unwritable.ts';
import type { Edition } from '../editions/edition.ts';
import { editions as table } from '../editions/table.ts';
import { outcomeAsBefore, remembered } from '../memo/memo.ts';
import { surroundings } from '../memo/surroundings.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import { type CacheChoice, cacheOf } from './cache-options.ts';
import { eachIssue } from './each-issue.ts';
import { onSignals } from './on-signals.ts';
import { askedIssues, type CommonOptions, editionNames, jobsOf, outputFolder, repositoryOf } from './options.ts';
import { printResults } from './print-results.ts';
import { progressOn } from './progress.ts';
import { type Exit, UsageError } from './usage.ts';

interface BuildOptions extends CommonOptions, CacheChoice {
  out?: string;
  only?: string;
  jobs?: string;
  articles?: boolean;
}

/** Runs `offprint build`: builds the issues one after another, with one browser for all. */
export async function buildCommand(
  names: string[],
  options: BuildOptions,
  editions: readonly Edition[],
): Promise<Exit> {
  const only = editionNames(options.only, editions);
  const jobs = jobsOf(options.jobs);
  const { cache, close: closeCache } = await cacheOf(options);
  const repository = await repositoryOf(options);
  const asked = await askedIssues(repository, names);
  const issues = asked.map(({ issue }) => issue);
  const chosenOf = new Map(asked.map(({ issue, chosen }) => [issue, chosen]));
  if (asked.some(({ chosen }) => chosen) && (options.only ?? 'offprints') !== 'offprints')
    throw new UsageError('An article by itself is built as its offprint: leave --only out, or name the issue alone.');
  const out = await outputFolder(repository, options.out);
  await refuseUnwritable(out);
  for (const issue of issues) await refuseForeign(out, issue);
  const progress = progressOn(process.stderr, options.quiet === true || options.json === true);
  const { chrome, close } = browserWhenNeeded();
  const strict = options.strict === true;
  const articles = options.articles === true;
  let at = '';
  onSignals(
    () => `Stopped${at ? `: ${relative('.', join(out, at)) || at} is as it was.` : '.'}`,
    options.json === true,
  );
  const run = await eachIssue(issues, progress, async (issue) => {
    at = issue;
    const chosen = chosenOf.get(issue);
    const wanted = chosen ? new Set(['offprints']) : only;
    const build = async (repository: Repository) => {
      // The issue’s name is printed before this code is loaded.
      const { buildIssue } = await import('../build.ts');
      const { stage } = progress;
      return buildIssue(issue, {
        repository,
        out,
        only: wanted,
        editions,
        strict,
        chrome,
        ...(issue === issues.at(-1) ? { endBrowser: close } : {}),
        articles,
        chosen,
        cache,
        jobs,
        stage,
      });
    };
    // What other editions are made of, nobody knows.
    if (cache === noCache || editions !== table) return build(repository);
    const settings = { only: wanted && [...wanted].sort(), chosen, articles, strict, around: await surroundings() };
    const request = { repository, issue, out, settings, cache };
    return (await outcomeAsBefore(request)) ?? remembered(request, build);
  });
  at = '';
  await close();
  for (const line of await closeCache()) progress.say(line);
  return printResults(run, options);
}
