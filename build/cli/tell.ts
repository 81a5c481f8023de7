import { relative } from 'node:path';
import type { VFile } from 'vfile';
import type { Built } from '../build.ts';
import { diagnosticsJson, githubAnnotations } from '../diagnostics/machine.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { pathOf, showDiagnostics, summary } from '../diagnostics/show.ts';
import type { CommonOptions } from './options.ts';
import { type Exit, exit } from './usage.ts';

/**
 * Prints what came of the issues and returns the exit code: diagnostics on standard error, or with `--json` everything as one object on
 * standard output; in GitHub Actions, annotations too.
 */
export function tell(built: readonly Built[], options: CommonOptions & { strict?: boolean }): Exit {
  const cwd = process.cwd();
  const files = unique(built.flatMap((one) => one.files));
  const failed =
    hasErrors(files) ||
    (options.strict === true && files.some((file) => file.messages.some(({ fatal }) => fatal === false)));
  if (options.json) {
    const issues = built.map(({ issue, folder }) => ({
      issue,
      ...(folder ? { folder: relative(cwd, folder).replaceAll('\\', '/') || '.' } : {}),
    }));
    process.stdout.write(
      `${JSON.stringify({ ok: !failed, issues, diagnostics: diagnosticsJson(files, cwd) }, null, 2)}\n`,
    );
  } else {
    const shown = options.quiet
      ? files.filter((file) => file.messages.some(({ fatal }) => fatal !== undefined))
      : files;
    process.stderr.write(
      showDiagnostics(shown, { color: process.stderr.isTTY === true && !process.env.NO_COLOR, cwd }),
    );
    if (process.env.GITHUB_ACTIONS === 'true') process.stdout.write(githubAnnotations(files, cwd));
    const counted = summary(files);
    if (counted && !options.quiet) process.stderr.write(`${counted}\n`);
    for (const { issue, folder } of built) {
      if (folder && !options.quiet)
        process.stdout.write(`${issue}: ${relative(cwd, folder).replaceAll('\\', '/') || '.'}/\n`);
      else if (!folder && failed && options.strict !== undefined && !options.quiet)
        process.stdout.write(`${issue}: nothing was written; the last good build stays as it is\n`);
    }
  }
  return failed ? exit.faults : exit.done;
}

/** The same file, read for two issues (journal.yaml), once. */
function unique(files: readonly VFile[]): VFile[] {
  const seen = new Map<string, VFile>();
  for (const file of files) {
    const path = pathOf(file, '/');
    const first = seen.get(path);
    if (first) first.messages.push(...file.messages.filter((message) => !first.messages.includes(message)));
    else seen.set(path, file);
  }
  return [...seen.values()];
}
