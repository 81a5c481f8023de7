import { report } from '../diagnostics/report.ts';
import type { Issue } from '../issue/model.ts';
import type { Strained } from './record.ts';
import type { LinesSet } from './set-lines.ts';

/**
 * Reports the lines of an issue that could not be set well, each in its manuscript. What stands in no manuscript is the house’s own. Of the places in `known` something else
 * is told that is the cause.
 */
export function reportLines(
  issue: Issue,
  { strained, hurried, failed }: LinesSet,
  known: ReadonlySet<string> = new Set(),
): void {
  for (const place of hurried) {
    const found = fileAt(issue, place);
    if (found)
      report(found.file, 'line-weighed', {
        ...found.at,
        found: 'This paragraph has too many lines to weigh them against one another: each was filled as far as it goes',
        fix: 'Divide it into several paragraphs.',
      });
  }
  for (const line of strained) {
    const found = fileAt(issue, line.place);
    if (!found || known.has(line.place)) continue;
    if (line.over > 0) {
      report(found.file, 'line-overfull', {
        ...found.at,
        found: `A line is ${inPoints(line.over)} pt longer than its column: “${line.text}”`,
        fix: 'Reword it, or put its longest word elsewhere.',
      });
    } else {
      report(found.file, 'line-stretched', {
        ...found.at,
        found: `A line has gaps of ${line.gap.toFixed(2)} em: “${line.text}”`,
        expected: `a stretch of at most ${line.tolerance}, not ${line.ratio.toFixed(1)}`,
        fix: 'Reword the paragraph a little.',
      });
    }
  }
  for (const { place, found: said } of failed) {
    const found = fileAt(issue, place);
    if (found && !known.has(place)) report(found.file, 'line-pinned', { ...found.at, found: said });
  }
}

/** The manuscript that a place such as `a1:12:1` is in. */
function fileAt(issue: Issue, place: Strained['place']) {
  const [id, line, column] = place.split(':');
  const article = issue.articles.find((one) => one.id === id);
  if (!article) return undefined;
  return { file: article.file, at: line ? { at: { line: Number(line), column: Number(column) } } : {} };
}

function inPoints(px: number): string {
  return (px * 0.75).toFixed(1);
}
