import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { asWritten } from '../messages/speak.ts';
import { moreLikeIt, shownMessages } from './alike.ts';
import type { DiagnosticJson } from './diagnostic-json.ts';
import { levelOf } from './report.ts';
import { pathOf } from './show.ts';

/** Diagnostics as data, alike ones as one; paths are relative to `cwd`. They are in English always. */
export function diagnosticsJson(files: readonly VFile[], cwd: string): DiagnosticJson[] {
  return files.flatMap((file) =>
    shownMessages(file).map(({ message, others }) => ({
      file: pathOf(file, cwd),
      ...placeOf(message),
      level: levelOf(message),
      rule: message.ruleId ?? '',
      found: message.reason,
      ...(message.expected?.length ? { expected: message.expected.join(', ') } : {}),
      ...(message.note ? { fix: message.note } : {}),
      ...(others.length > 0 ? { alike: others.map((one) => ({ ...placeOf(one), found: one.reason })) } : {}),
    })),
  );
}

function placeOf({ line, column }: VFileMessage): { line?: number; column?: number } {
  return line ? { line, column: column ?? 1 } : {};
}

/**
 * Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a change; `speak` says what
 * people read of them.
 */
export function githubAnnotations(files: readonly VFile[], cwd: string, speak = asWritten): string {
  return diagnosticsJson(files, cwd)
    .map(({ file, line, column, level, rule, found, expected, fix, alike = [] }) => {
      const command = level === 'info' ? 'notice' : level;
      const place = [
        `file=${property(file)}`,
        ...(line ? [`line=${line}`, `col=${column}`] : []),
        `title=${property(rule)}`,
      ].join(',');
      const said = [found, expected && `expected ${expected}`, fix, moreLikeIt(line, alike)];
      const text = said.flatMap((one) => (one ? speak(one) : [])).join('\n');
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
