import { join } from 'node:path';
import { readEditions } from '../check/editions/read-editions.ts';
import type { Preflighter } from '../check/pdf/preflight-in-worker.ts';
import { type Checked, checkIssue } from '../check-issue.ts';
import type { Stage } from '../diagnostics/stage.ts';
import { restoreLastBuild } from '../dist/publish.ts';
import type { EditionsChecked } from '../editions/check-editions.ts';
import type { Edition } from '../editions/edition.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import type { CheckOptions } from './check-command.ts';
import { eachIssue } from './each-issue.ts';
import { type Fault, faultOf } from './fault.ts';
import { issuesOf, outOf, repositoryOf } from './options.ts';
import { voiceOf } from './progress.ts';
import { tell } from './tell.ts';
import { tellSignals } from './tell-signals.ts';
import type { Exit } from './usage.ts';

/** An issue whose finished editions were looked into. */
interface Looked {
  inType: InType;
  looked: EditionsChecked;
}

/** `offprint check`: manuscripts, and their editions where these are current or asked for. Throws UsageError. */
export async function checkIssues(names: string[], options: CheckOptions, editions: readonly Edition[]): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const out = await outOf(repository, options.out);
  const { say, stage } = voiceOf(process.stderr, options.quiet === true || options.json === true);
  let preflighter: Preflighter | undefined;
  const { chrome, close } = browserWhenNeeded();
  const finished: Looked[] = [];
  let stopped: Fault | undefined;
  tellSignals(() => 'Stopped.', options.json === true);
  const run = await eachIssue(issues, { say, stage }, async (name) => {
    const checked = await checkIssue(name, repository, stage, editions);
    // What was found in the manuscripts is told, whatever becomes of the editions.
    if (checked.inType && !options.manuscripts) await lookAtEditions(checked, checked.inType).catch(stop);
    return checked;
  });
  await Promise.all([preflighter?.close(), close()]);
  await report(finished, stage).catch(stop);
  stopped = run.stopped ?? stopped;
  return tell({ built: run.built, ...(stopped ? { stopped } : {}) }, options, 'no errors');

  async function lookAtEditions(checked: Checked, inType: InType): Promise<void> {
    checked.told = await putBackLast(out, checked.issue);
    const read = await readEditions(out, checked.issue, checked.sources, options.editions === true);
    if (!read) return;
    checked.files = [...checked.files, ...read.reported];
    if (read.files.length === 0) return;
    // What only finished editions need, an editor who checks manuscripts does not wait for.
    const { checkEditions } = await import('../editions/check-editions.ts');
    const { startPreflighter } = await import('../check/pdf/preflight-in-worker.ts');
    preflighter ??= startPreflighter();
    const asked = { editions, preflighter, chrome, stage };
    finished.push({ inType, looked: await checkEditions(read, inType, asked) });
  }

  function stop(error: unknown): void {
    stopped ??= faultOf(error);
  }
}

/** Puts the last editions back where a build was killed while it moved them. Returns what is to be told of it. */
async function putBackLast(out: string, issue: string): Promise<string[]> {
  const place = join(out, issue);
  return restoreLastBuild(out, issue).then(
    (was) => (was ? [`${place} was put back: a build was ended while it moved it.`] : []),
    () => [`A build was ended while it moved ${place}, which lies beside it: the next build puts it back.`],
  );
}

/** Asks veraPDF, and writes the reports. */
async function report(finished: readonly Looked[], stage: Stage): Promise<void> {
  if (finished.length === 0) return;
  const { validateAll } = await import('../check/editions/validate-all.ts');
  const { writeReport } = await import('../check/editions/write-report.ts');
  await stage('Asking veraPDF', () => validateAll(finished.flatMap(({ looked }) => looked.tagged)));
  for (const { inType, looked } of finished) await writeReport(looked, inType.issue, inType.theme);
}
