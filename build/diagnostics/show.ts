import { relative, resolve } from 'node:path';
import { createColors } from 'picocolors';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { asWritten, type Speak } from '../messages/speak.ts';
import { moreLikeIt, type ShownMessage, shownMessages } from './alike.ts';
import { levelOf } from './report.ts';
import type { Level } from './rules.ts';

type Colors = ReturnType<typeof createColors>;

/**
 * Diagnostics as an editor reads them: grouped by file, in the order of the lines, each with the source line and a
 * caret, then what was expected and what to do; alike ones are shown once, with the lines of the others. Paths are
 * relative to `cwd`, as a terminal opens them. `quiet` leaves out findings of the level info; `speak` says them in the
 * user’s language.
 */
export function showDiagnostics(
  files: readonly VFile[],
  { color, cwd, quiet = false, speak = asWritten }: { color: boolean; cwd: string; quiet?: boolean; speak?: Speak },
): string {
  const colors = createColors(color);
  return files
    .flatMap((file) =>
      shownMessages(file)
        .filter(({ message }) => !quiet || levelOf(message) !== 'info')
        .map((told) => `${showOne(told, pathOf(file, cwd), String(file.value ?? ''), colors, speak)}\n`),
    )
    .join('');
}

/** Counts diagnostics as they are shown, alike ones once, in a line: `2 errors, 1 warning`. Empty if there are none. */
export function summary(files: readonly VFile[], speak = asWritten): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const file of files) for (const { message } of shownMessages(file)) counts[levelOf(message)]++;
  return countsInWords(counts, speak);
}

/** Counts of findings in a line, without those of which there are none: `2 errors, 1 warning`. */
export function countsInWords({ error, warning, info = 0 }: Partial<Record<Level, number>>, speak: Speak): string {
  return [
    ...(error ? [speak(`${error} error${error > 1 ? 's' : ''}`)] : []),
    ...(warning ? [speak(`${warning} warning${warning > 1 ? 's' : ''}`)] : []),
    ...(info ? [speak(`${info} info`)] : []),
  ].join(', ');
}

/** The path of a file relative to a folder, with `/`. */
export function pathOf(file: VFile, cwd: string): string {
  return relative(cwd, resolve(file.cwd, file.path)).replaceAll('\\', '/') || file.path;
}

function showOne({ message, others }: ShownMessage, path: string, text: string, colors: Colors, speak: Speak): string {
  const more = moreLikeIt(message.line, others);
  const level = levelOf(message);
  const place = withoutControls(message.line ? `${path}:${message.line}:${message.column ?? 1}` : path);
  const lines = [
    `${colors.bold(place)} ${paint(level, colors, speak)} ${withoutControls(speak(message.reason))} ${colors.dim(`[${message.ruleId}]`)}`,
  ];
  lines.push(...excerpt(message, text, colors));
  if (message.expected?.length) lines.push(`    ${withoutControls(speak(`expected ${message.expected.join(', ')}`))}`);
  if (message.note) lines.push(`    ${colors.cyan('→')} ${withoutControls(speak(message.note))}`);
  if (more) lines.push(`    ${colors.dim(speak(more))}`);
  return `${lines.join('\n')}\n`;
}

/** The line of the source that a message is about, cut to what a terminal shows, and a caret under the place. */
function excerpt(message: VFileMessage, text: string, colors: Colors): string[] {
  const line = message.line ? text.split(/\r?\n/, message.line).at(message.line - 1) : undefined;
  if (!line?.trim()) return [];
  const column = Math.min(message.column ?? 1, line.length + 1) - 1;
  const from = column > 60 ? column - 40 : 0;
  const shown = line.slice(from, from + 96);
  const end =
    message.place && 'end' in message.place && message.place.end.line === message.line
      ? message.place.end.column - 1
      : column + 1;
  const width = Math.max(1, Math.min(end, from + shown.length) - column);
  const head = from > 0 ? '…' : '';
  const number = String(message.line);
  return [
    colors.dim(`  ${number} │ `) + head + withoutControls(shown) + (from + 96 < line.length ? '…' : ''),
    colors.dim(`  ${' '.repeat(number.length)} │ `) +
      ' '.repeat(head.length + column - from) +
      colors.red('^'.repeat(width)),
  ];
}

function paint(level: Level, colors: Colors, speak: Speak): string {
  if (level === 'error') return colors.red(speak('error'));
  return level === 'warning' ? colors.yellow(speak('warning')) : colors.blue(speak('info'));
}

/** A line without control codes: the text of a manuscript must not send them to a terminal. */
export function withoutControls(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�');
}
