import { join, relative } from 'node:path';
import { refuseForeign } from '../dist/publish.ts';
import { refuseUnwritable } from '../dist/refuse-unwritable.ts';
import type { Edition } from '../editions/edition.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import { eachIssue } from './each-issue.ts';
import { type CommonOptions, issuesOf, namesOf, outOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import { tellSignals } from './tell-signals.ts';
import type { Exit } from './usage.ts';

interface BuildOptions extends CommonOptions {
  out?: string;
  only?: string;
  articles?: boolean;
}

/** `offprint build`: builds the issues one after another, with one browser for all. */
export async function buildCommand(
  names: string[],
  options: BuildOptions,
  editions: readonly Edition[],
): Promise<Exit> {
  const only = namesOf(options.only, editions);
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const out = await outOf(repository, options.out);
  await refuseUnwritable(out);
  for (const issue of issues) await refuseForeign(out, issue);
  const voice = voiceOf(process.stderr, options.quiet === true || options.json === true);
  const { chrome, close } = browserWhenNeeded();
  const strict = options.strict === true;
  let at = '';
  tellSignals(
    () => `Stopped${at ? `: ${relative('.', join(out, at)) || at} is as it was.` : '.'}`,
    options.json === true,
  );
  const run = await eachIssue(issues, voice, async (issue) => {
    at = issue;
    // Its name is said before what builds it is read.
    const { buildIssue } = await import('../build.ts');
    return buildIssue(issue, {
      repository,
      out,
      only,
      editions,
      strict,
      chrome,
      articles: options.articles === true,
      stage: voice.stage,
    });
  });
  at = '';
  await close();
  return tell(run, options);
}
