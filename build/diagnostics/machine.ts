import type { VFile } from 'vfile';
import { levelOf } from './report.ts';
import { pathOf, sorted } from './show.ts';

/** A diagnostic as `--json` prints it. Lines and columns count from 1. */
export interface DiagnosticJson {
  file: string;
  line?: number;
  column?: number;
  level: string;
  rule: string;
  found: string;
  expected?: string;
  fix?: string;
}

/** Diagnostics as data; paths relative to `cwd`. */
export function diagnosticsJson(files: readonly VFile[], cwd: string): DiagnosticJson[] {
  return files.flatMap((file) =>
    sorted(file).map((message) => ({
      file: pathOf(file, cwd),
      ...(message.line ? { line: message.line, column: message.column ?? 1 } : {}),
      level: levelOf(message),
      rule: message.ruleId ?? '',
      found: message.reason,
      ...(message.expected?.length ? { expected: message.expected.join(', ') } : {}),
      ...(message.note ? { fix: message.note } : {}),
    })),
  );
}

/** Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a change. */
export function githubAnnotations(files: readonly VFile[], cwd: string): string {
  return diagnosticsJson(files, cwd)
    .map(({ file, line, column, level, rule, found, expected, fix }) => {
      const command = level === 'info' ? 'notice' : level;
      const place = [
        `file=${property(file)}`,
        ...(line ? [`line=${line}`, `col=${column}`] : []),
        `title=${property(rule)}`,
      ].join(',');
      const text = [found, expected && `expected ${expected}`, fix].filter(Boolean).join('\n');
      return `::${command} ${place}::${data(text)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
