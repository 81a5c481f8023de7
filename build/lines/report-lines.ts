import { report } from '../diagnostics/report.ts';
import type { Issue } from '../issue/model.ts';
import { type PlaceMark, placeIn } from '../issue/places.ts';
import type { StrainedLine } from './record.ts';
import type { LinesSet } from './set-lines.ts';

/** The findings of line setting that are reported. Plain data. */
export type LineFindings = Pick<LinesSet, 'strained' | 'greedy' | 'failed'>;

/**
 * Reports the lines of an issue that could not be set well, each paragraph once, at its place in the manuscript. Text
 * of templates is not reported. The places in `known` are skipped, because another message already names the cause.
 */
export function reportLines(
  issue: Issue,
  { strained, greedy, failed }: LineFindings,
  named: ReadonlySet<PlaceMark> = new Set(),
): void {
  for (const place of greedy) {
    const found = placeIn(issue, place);
    if (found)
      report(found.file, 'line-weighed', {
        at: found.at,
        found:
          'This paragraph has too many lines to weigh them against one another: each was filled as far as possible',
        fix: 'Divide it into several paragraphs.',
      });
  }
  const paragraphs = new Map<string, StrainedLine[]>();
  for (const line of strained) {
    if (named.has(line.place)) continue;
    const key = `${line.place} ${line.over > 0}`;
    paragraphs.set(key, [...(paragraphs.get(key) ?? []), line]);
  }
  for (const lines of paragraphs.values()) {
    const [worst, ...more] = lines.toSorted((a, b) => b.over - a.over || b.gap - a.gap) as [
      StrainedLine,
      ...StrainedLine[],
    ];
    const found = placeIn(issue, worst.place);
    if (!found) continue;
    if (worst.over > 0) {
      report(found.file, 'line-overfull', {
        at: found.at,
        found: `${more.length > 0 ? `${lines.length} lines are longer than their column, one by ${inPoints(worst.over)} pt` : `A line is ${inPoints(worst.over)} pt longer than its column`}: “${worst.text}”`,
        fix: 'Reword it, or put its longest word elsewhere.',
      });
    } else {
      // Rounded in opposite directions, so that no gap is called too wide that is exactly as wide as it may be.
      const [gap, most] = [Math.ceil(worst.gap * 100) / 100, Math.floor(worst.most * 100) / 100];
      report(found.file, 'line-stretched', {
        at: found.at,
        found:
          worst.short > 0
            ? `${more.length > 0 ? `${lines.length} lines of this paragraph cannot be filled well, one ends` : 'A line cannot be filled, and ends'} ${worst.short.toFixed(1)} em before its margin: “${worst.text}”`
            : `${more.length > 0 ? `${lines.length} lines of this paragraph have wide gaps, one of ${gap.toFixed(2)} em` : `A line has gaps of ${gap.toFixed(2)} em`}: “${worst.text}”`,
        expected: worst.short > 0 ? 'lines that are full' : `gaps of at most ${most.toFixed(2)} em`,
        fix: /\/\S|www\.|@/.test(worst.text)
          ? 'Put the address at another place in the sentence, or leave out the part that no one types.'
          : 'Reword the paragraph a little.',
        alike: 'stretched',
      });
    }
  }
  for (const { place, found: difference } of failed) {
    const found = placeIn(issue, place);
    if (found && !named.has(place)) report(found.file, 'line-pinned', { at: found.at, found: difference });
  }
}

function inPoints(px: number): string {
  return (px * 0.75).toFixed(1);
}
