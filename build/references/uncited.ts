import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Reference } from './item.ts';

/**
 * Says on a bibliography which of its works no article cites, and makes what was found in those a thing worth a look:
 * a mistake in a work that nobody cites is in no edition. Mistakes that cost an entry stay as they are.
 */
export function reportUncited(file: VFile, references: readonly Reference[], cited: ReadonlySet<Reference>): void {
  const own = references.filter((reference) => reference.file === file);
  const uncited = own.filter((reference) => !cited.has(reference)).sort((a, b) => a.at.start.line - b.at.start.line);
  const [first] = uncited;
  if (!first) return;
  const starts = uncited.map(({ at }) => at.start.line);
  for (const message of file.messages) {
    if (message.ruleId === 'reference-entry' || message.fatal === undefined) continue;
    const { line } = message;
    const index = line === undefined ? -1 : lastAtMost(starts, line);
    if (index >= 0 && (uncited[index] as Reference).at.end.line >= (line as number)) message.fatal = undefined;
  }
  const keys = uncited.slice(0, 8).map(({ key }) => key);
  report(file, 'reference-cited', {
    at: first.at,
    found: `No article of the issue cites ${uncited.length.toLocaleString('en')} of ${own.length.toLocaleString('en')} works: ${keys.join(', ')}${uncited.length > keys.length ? ' …' : ''}`,
  });
}

/** The index of the last number that is at most a limit, among numbers in order; -1 if there is none. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
