import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { PdfFinding, PreflightResult } from './preflight.ts';

/** Reports the findings of a preflight on the file. */
export function reportPreflight(file: VFile, { clauses }: PreflightResult): void {
  for (const { rule, findings } of clauses) {
    for (const finding of findings) {
      const { found, expected, fix, level } = finding;
      const where = describePlaces(finding);
      report(file, rule, {
        found: where ? `${found} (${where})` : found,
        ...(expected ? { expected } : {}),
        ...(fix ? { fix } : {}),
        level,
      });
    }
  }
}

/**
 * Describes the places of a fault: the first with its position, then the other pages: `page 3, 20 mm from the left, 31
 * mm from the top; pages 5–7, 9`.
 */
export function describePlaces({ places }: Pick<PdfFinding, 'places'>): string {
  const [first, ...others] = places;
  if (!first) return '';
  const start = `page ${first.page}${first.at ? `, ${first.at}` : ''}`;
  const more = others.map(({ page }) => page).filter((page) => page !== first.page);
  if (more.length === 0) return start;
  const plain = first.at ? `${start}; also ` : '';
  const pages = rangesOf(first.at ? more : [first.page, ...more]);
  return `${plain}page${pages.length > 1 || pages[0]?.includes('–') ? 's' : ''} ${pages.join(', ')}`;
}

/** Writes numbers as ranges, in order: 3, 5–7. */
function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
