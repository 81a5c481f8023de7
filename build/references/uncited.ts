import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { DescribedWork } from '../issue/citations.ts';
import { lastAtMost } from '../text/last-at-most.ts';

/** Makes what was found in works that no article cites a thing worth a look: a mistake in them is in no edition. */
export function relaxUncited(file: VFile, uncited: readonly DescribedWork[]): void {
  const workAt = worksByLine(uncited);
  for (const message of file.messages) {
    // Mistakes that cost an entry stay as they are.
    if (message.ruleId === 'reference-entry' || message.fatal === undefined) continue;
    const { line } = message;
    const place = line === undefined ? undefined : workAt(line)?.place;
    if (place && line && place.start.line <= line && place.end.line >= line) message.fatal = undefined;
  }
}

/** Says on a bibliography which of its works are cited nowhere; `where` is what was looked through. */
export function reportUncited(
  file: VFile,
  works: readonly DescribedWork[],
  uncited: readonly DescribedWork[],
  where: 'issue' | 'journal',
): void {
  const [first] = uncited;
  if (!first) return;
  const keys = uncited.slice(0, 8).map(({ key }) => key);
  report(file, 'reference-cited', {
    at: first.place,
    found: `No article of the ${where} cites ${uncited.length.toLocaleString('en')} of ${works.length.toLocaleString('en')} works: ${keys.join(', ')}${uncited.length > keys.length ? ' …' : ''}`,
  });
}

/** Returns a function that finds, among works of one file, the last whose entry begins at a line or above it. */
export function worksByLine(works: readonly DescribedWork[]): (line: number) => DescribedWork | undefined {
  const inOrder = works.toSorted((a, b) => a.place.start.line - b.place.start.line);
  const starts = inOrder.map(({ place }) => place.start.line);
  return (line) => inOrder[lastAtMost(starts, line)];
}
