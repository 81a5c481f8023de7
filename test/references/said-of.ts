import type { VFile } from 'vfile';
import { levelOf } from '../../build/diagnostics/report.ts';

/** What is said of a file, a finding a line, with expectation and remedy below it. */
export function saidOf(file: VFile): string {
  return file.messages
    .map(
      (message) =>
        `${message.line}:${message.column} ${levelOf(message)} ${message.ruleId}: ${message.reason}\n` +
        (message.expected?.length ? `  expected ${message.expected.join(', ')}\n` : '') +
        (message.note ? `  ${message.note}\n` : ''),
    )
    .join('');
}
