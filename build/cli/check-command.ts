import { startPreflighter } from '../check/pdf/preflight-aside.ts';
import { checkFile, isEdition } from '../check-file.ts';
import { checkIssue } from '../check-issue.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import { eachIssue } from './each-issue.ts';
import { type CommonOptions, issuesOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import { type Exit, UsageError } from './usage.ts';

/** `offprint check`: everything that can be said of the manuscripts without making an edition, or of finished files of whoever made them. */
export async function checkCommand(names: string[], options: CommonOptions): Promise<Exit> {
  const voice = voiceOf(process.stderr, options.quiet === true || options.json === true);
  if (names.some(isEdition)) {
    const issue = names.find((name) => !isEdition(name));
    if (issue)
      throw new UsageError(`Check issues or finished files, not both at once: ${issue} is no PDF and no EPUB.`);
    const preflighter = startPreflighter();
    const { chrome, close } = browserWhenNeeded();
    const run = await eachIssue(names, voice, (path) => checkFile(path, { preflighter, chrome, stage: voice.stage }));
    await Promise.all([preflighter.close(), close()]);
    return tell(run, options, 'no errors');
  }
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const run = await eachIssue(issues, voice, (issue) => checkIssue(issue, repository, voice.stage));
  return tell(run, options, 'no errors');
}
