import { resolve } from 'node:path';
import type { EditionsChecked } from '../check/editions/check-editions.ts';
import { readEditions } from '../check/editions/read-editions.ts';
import type { Preflighter } from '../check/pdf/preflight-aside.ts';
import { checkIssue, type InType } from '../check-issue.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import type { CheckOptions } from './check-command.ts';
import { eachIssue } from './each-issue.ts';
import { issuesOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import type { Exit } from './usage.ts';

/** `offprint check`: manuscripts, and their editions where they are made. Throws UsageError. */
export async function checkIssues(names: string[], options: CheckOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const out = options.out === undefined ? resolve(repository.root, 'dist') : resolve(options.out);
  const { say, stage } = voiceOf(process.stderr, options.quiet === true || options.json === true);
  let preflighter: Preflighter | undefined;
  const { chrome, close } = browserWhenNeeded();
  const finished: { inType: InType; editions: EditionsChecked }[] = [];
  const run = await eachIssue(issues, { say, stage }, async (name) => {
    const checked = await checkIssue(name, repository, stage);
    if (!checked.inType) return checked;
    const { issue, ...made } = checked.inType;
    const read = await readEditions(out, name, made.sources);
    if (!read) return checked;
    // What only finished editions need, an editor who checks manuscripts does not wait for.
    const { checkEditions } = await import('../check/editions/check-editions.ts');
    const { startPreflighter } = await import('../check/pdf/preflight-aside.ts');
    preflighter ??= startPreflighter();
    const editions = await checkEditions(read, issue, { ...made, preflighter, chrome, stage });
    finished.push({ inType: checked.inType, editions });
    return { ...checked, files: [...checked.files, ...read.reported] };
  });
  await Promise.all([preflighter?.close(), close()]);
  if (finished.length > 0) {
    const { validateAll } = await import('../check/editions/validate-all.ts');
    const { writeReport } = await import('../check/editions/write-report.ts');
    await stage('Asking veraPDF', () => validateAll(finished.map(({ editions }) => editions)));
    for (const { inType, editions } of finished) await writeReport(editions, inType.issue, inType.house);
  }
  return tell(run, options, 'no errors');
}
