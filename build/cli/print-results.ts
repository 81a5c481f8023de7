import { relative } from 'node:path';
import type { VFile } from 'vfile';
import { diagnosticsJson, githubAnnotations } from '../diagnostics/machine.ts';
import { merged } from '../diagnostics/merge.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { showDiagnostics, summary } from '../diagnostics/show.ts';
import type { IssuesRun } from './each-issue.ts';
import type { Fault } from './fault.ts';
import type { CommonOptions } from './options.ts';
import { spoken } from './spoken/spoken.ts';
import { type Exit, exit } from './usage.ts';

/**
 * Prints the outcomes of issues and returns the exit code: diagnostics on standard error, or with `--json` everything
 * as one object on standard output; in GitHub Actions, annotations too. `done` is printed for an issue without faults
 * that was not written anywhere; `more` is added to the object.
 */
export function printResults(
  { built, stopped }: IssuesRun,
  options: CommonOptions,
  done?: string,
  more: Record<string, unknown> = {},
): Exit {
  const cwd = process.cwd();
  const failed = (files: readonly VFile[]): boolean =>
    hasErrors(files) ||
    (options.strict === true && files.some((file) => file.messages.some(({ fatal }) => fatal === false)));
  const issues = built.map(({ issue, folder, files, ended, unchanged }) => ({
    issue,
    ok: !failed(files) && ended === undefined,
    ...(folder ? { folder: relative(cwd, folder).replaceAll('\\', '/') || '.' } : {}),
    ...(unchanged ? { unchanged } : {}),
  }));
  const onlyWarned = new Set(
    built.filter((one) => one.ended === undefined && !hasErrors(one.files)).map(({ issue }) => issue),
  );
  const files = merged(built.flatMap((one) => one.files));
  const code = stopped?.code ?? (issues.every(({ ok }) => ok) ? exit.done : exit.faults);
  if (options.json) {
    printJson({
      ok: code === exit.done,
      issues,
      diagnostics: diagnosticsJson(files, cwd),
      ...more,
      ...(stopped ? { error: stopped.message } : {}),
    });
    return code;
  }
  const color = process.stderr.isTTY === true && !process.env.NO_COLOR;
  process.stderr.write(showDiagnostics(files, { color, cwd, quiet: options.quiet === true, speak: spoken }));
  if (process.env.GITHUB_ACTIONS === 'true')
    process.stdout.write(githubAnnotations(files, process.env.GITHUB_WORKSPACE ?? cwd, spoken));
  if (!options.quiet) {
    for (const { remarks = [] } of built) for (const line of remarks) process.stderr.write(`${spoken(line)}\n`);
    const counted = summary(files, spoken);
    if (counted) process.stderr.write(`${counted}\n`);
  }
  for (const { issue, ok, folder } of issues) {
    const line = ok ? (folder ? `${folder}/` : done && spoken(done)) : done ? undefined : spoken('nothing was written');
    if (line && !options.quiet) process.stdout.write(`${issue}: ${line}\n`);
    // A build that warnings stop by `--strict` is reported even with `--quiet`: the user looks for its output.
    if (!ok && !done && onlyWarned.has(issue))
      process.stderr.write(`${issue}: ${spoken('nothing was written, for --strict takes warnings for errors.')}\n`);
  }
  if (stopped) process.stderr.write(`${spoken(stopped.message)}\n`);
  return code;
}

/** Prints the fault that ended a run before it began, and returns its exit code. */
export function printFault(fault: Fault, json: boolean): Exit {
  if (json) printJson({ ok: false, issues: [], diagnostics: [], error: fault.message });
  else process.stderr.write(`${spoken(fault.message)}\n`);
  return fault.code;
}

function printJson(data: object): void {
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
}
