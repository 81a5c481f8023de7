import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { PdfFinding, Preflight } from './preflight.ts';

/** Reports what a preflight found on the file. */
export function reportPreflight(file: VFile, { clauses }: Preflight): void {
  for (const { rule, findings } of clauses) {
    for (const finding of findings) {
      const { found, expected, fix, level } = finding;
      const where = whereOf(finding);
      report(file, rule, {
        found: where ? `${found} (${where})` : found,
        ...(expected ? { expected } : {}),
        ...(fix ? { fix } : {}),
        level,
      });
    }
  }
}

/** Where a fault is: the first place with its measures, then the other pages: `page 3, 20 mm from the left, 31 mm from the top; pages 5–7, 9`. */
export function whereOf({ places }: Pick<PdfFinding, 'places'>): string {
  const [first, ...others] = places;
  if (!first) return '';
  const start = `page ${first.page}${first.at ? `, ${first.at}` : ''}`;
  const more = others.map(({ page }) => page).filter((page) => page !== first.page);
  if (more.length === 0) return start;
  const plain = first.at ? `${start}; also ` : '';
  const pages = rangesOf(first.at ? more : [first.page, ...more]);
  return `${plain}page${pages.length > 1 || pages[0]?.includes('–') ? 's' : ''} ${pages.join(', ')}`;
}

/** Numbers in order as ranges: 3, 5–7. */
function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
