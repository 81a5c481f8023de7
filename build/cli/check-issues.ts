import { join } from 'node:path';
import { noCache } from '../cache/cache.ts';
import type { Preflighter } from '../check/pdf/preflight-in-worker.ts';
import type { CheckedIssue } from '../check-issue.ts';
import type { Stage } from '../diagnostics/stage.ts';
import { restoreLastBuild } from '../dist/last-build.ts';
import type { CheckedEditions } from '../editions/check-editions.ts';
import type { Edition } from '../editions/edition.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { browserWhenNeeded } from './browser-when-needed.ts';
import type { CheckOptions } from './check-command.ts';
import type { LookedAt } from './citations-report.ts';
import { eachIssue } from './each-issue.ts';
import { type Fault, faultOf } from './fault.ts';
import { onSignals } from './on-signals.ts';
import { issuesOf, outputFolder, repositoryOf } from './options.ts';
import { printResults } from './print-results.ts';
import { progressOn } from './progress.ts';
import { spoken, terminalLanguage } from './spoken/spoken.ts';
import type { Exit } from './usage.ts';

/** An issue with the checks of its finished editions. */
interface IssueWithEditions {
  inType: InType;
  checked: CheckedEditions;
}

/**
 * Runs `offprint check` on issues: manuscripts, and their editions where these are current or `--editions` asks for
 * them. Throws UsageError.
 */
export async function checkIssues(names: string[], options: CheckOptions, editions: readonly Edition[]): Promise<Exit> {
  const repository = await repositoryOf(options);
  const issues = await issuesOf(repository, names);
  const out = await outputFolder(repository, options.out);
  const { say, stage } = progressOn(process.stderr, options.quiet === true || options.json === true);
  let preflighter: Preflighter | undefined;
  const { chrome, close } = browserWhenNeeded();
  const finished: IssueWithEditions[] = [];
  const looked: LookedAt[] = [];
  let stopped: Fault | undefined;
  onSignals(() => 'Stopped.', options.json === true);
  const run = await eachIssue(issues, { say, stage }, async (name) => {
    // The issue’s name is printed before this code is loaded.
    const { checkIssue } = await import('../check-issue.ts');
    const checked = await checkIssue(name, repository, stage, editions);
    looked.push({ citations: checked.inType?.issue.citations, files: checked.files });
    if (checked.inType && (checked.inType.issue.citations || namesBibliography(checked.inType.issue))) {
      const { writeSnippets } = await import('../references/completion/write-snippets.ts');
      await writeSnippets(repository, checked.inType.issue, noCache);
    }
    // Findings in the manuscripts are reported even if the check of the editions fails.
    if (checked.inType && !options.manuscripts) await lookAtEditions(checked, checked.inType).catch(stop);
    return checked;
  });
  await Promise.all([preflighter?.close(), close()]);
  await report(finished, stage).catch(stop);
  stopped = run.stopped ?? stopped;
  const outcome = { built: run.built, ...(stopped ? { stopped } : {}) };
  if (!looked.some(({ citations }) => citations) && !options.citations)
    return printResults(outcome, options, 'no errors');
  const { citationsReport, reportUncitedInJournal, showCitations } = await import('./citations-report.ts');
  const areAll = looked.length === (await issuesOf(repository, [])).length;
  if (areAll) reportUncitedInJournal(looked);
  if (!options.citations) return printResults(outcome, options, 'no errors');
  const citations = citationsReport(looked, areAll, process.cwd());
  if (!options.json) process.stdout.write(showCitations(citations));
  return printResults(outcome, options, 'no errors', { citations });

  async function lookAtEditions(checked: CheckedIssue, inType: InType): Promise<void> {
    checked.remarks = await putBackLast(out, checked.issue);
    const { readEditions } = await import('../check/editions/read-editions.ts');
    const read = await readEditions(out, checked.issue, checked.sources, options.editions === true);
    if (!read) return;
    checked.files = [...checked.files, ...read.reported];
    if (read.files.length === 0) return;
    // An editor who checks manuscripts alone does not wait for this code.
    const { checkEditions } = await import('../editions/check-editions.ts');
    const { startPreflighter } = await import('../check/pdf/preflight-in-worker.ts');
    preflighter ??= startPreflighter();
    const context = { editions, preflighter, chrome, stage };
    const { holdPages } = await import('../editions/hold-pages.ts');
    const { finishedRecord } = await import('../editions/page-record.ts');
    const record = await finishedRecord(read.files);
    if (record) await holdPages(inType, record, repository);
    finished.push({ inType, checked: await checkEditions(read, inType, context) });
  }

  function stop(error: unknown): void {
    stopped ??= faultOf(error);
  }
}

function namesBibliography({ journal, articles }: InType['issue']): boolean {
  return [journal, ...articles.map(({ front }) => front)].some(({ bibliography }) => bibliography !== undefined);
}

/** Restores the last editions where a build was killed while it moved them. Returns remarks for the user. */
async function putBackLast(out: string, issue: string): Promise<string[]> {
  const place = join(out, issue);
  return restoreLastBuild(out, issue).then(
    (was) => (was ? [`${place} was put back: a build was ended while it moved it.`] : []),
    () => [`A build was ended while it moved ${place}, which lies beside it: the next build puts it back.`],
  );
}

/** Runs veraPDF, and writes the reports. */
async function report(finished: readonly IssueWithEditions[], stage: Stage): Promise<void> {
  if (finished.length === 0) return;
  const { validateAll } = await import('../check/editions/validate-all.ts');
  const { writeReport } = await import('../check/editions/write-report.ts');
  await stage('Asking veraPDF', () => validateAll(finished.flatMap(({ checked }) => checked.tagged)));
  for (const { inType, checked } of finished) {
    await writeReport(checked, inType.issue, inType.theme, { lang: terminalLanguage(), speak: spoken });
  }
}
