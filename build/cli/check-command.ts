import { checkIssue } from '../check-issue.ts';
import { eachIssue } from './each-issue.ts';
import { type CommonOptions, issuesOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import type { Exit } from './usage.ts';

/** `offprint check`: everything that can be said of the manuscripts without making an edition. */
export async function checkCommand(names: string[], options: CommonOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const voice = voiceOf(process.stderr, options.quiet === true || options.json === true);
  const run = await eachIssue(issues, voice, (issue) => checkIssue(issue, repository, voice.stage));
  return tell(run, options, 'no errors');
}
