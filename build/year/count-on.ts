import { report } from '../diagnostics/report.ts';
import type { BuiltIssue } from './built-issue.ts';

/** The number of the last page of an issue that has one. */
export function lastFolio({ record }: Pick<BuiltIssue, 'record'>): number {
  return Math.max(0, ...record.pages.map(({ folio }) => Number(folio) || 0));
}

/** True if the pages of a year’s issues are counted on: no two issues have a page of the same number. */
export function isCountedOn(issues: readonly BuiltIssue[]): boolean {
  return issues.every((issue, i) => {
    const before = issues[i - 1];
    return !before || firstPage(issue) > lastFolio(before);
  });
}

/**
 * Reports the issues of a year that do not begin with the page after the last of the issue before, if any of the year
 * counts on at all.
 */
export function reportCounting(issues: readonly BuiltIssue[]): void {
  if (!issues.slice(1).some((issue) => firstPage(issue) > 1)) return;
  for (const [i, issue] of issues.entries()) {
    const before = issues[i - 1];
    if (!before) continue;
    const next = lastFolio(before) + 1;
    const { facts } = issue.source;
    if (firstPage(issue) === next) continue;
    report(facts.file, 'pages-counted-on', {
      at: facts.at('first-page') ?? facts.at('number'),
      found: `The issue begins with page ${firstPage(issue)}, and the one before, ${before.source.folder}, ends with page ${next - 1}`,
      expected: `first-page: ${next}`,
      fix: 'Change it, and build this issue and those after it again.',
    });
  }
}

function firstPage({ issue }: BuiltIssue): number {
  return issue.facts['first-page'];
}
