import { report } from '../diagnostics/report.ts';
import type { Issue } from '../issue/model.ts';
import type { PagesMade } from '../pages/join-pages.ts';

/**
 * Proves that the folio which an index has for each marked place is that of the page on which the place was composed.
 * The first difference in each article is reported at its mark.
 */
export function proveIndexes(issue: Issue, { survey, list, folios }: PagesMade): void {
  if (!issue.indexes) return;
  const pages = new Map(survey.ids);
  for (const { indexMarks = [], file } of issue.articles)
    for (const { id, at } of indexMarks) {
      const page = pages.get(id);
      // Only some articles may be printed.
      if (page === undefined) continue;
      const folio = list[page - 1]?.folio;
      if (folio === folios.get(id)) continue;
      report(file, 'folios-settled', {
        at,
        found: `The index says page “${folios.get(id) ?? ''}” of words that are on page “${folio ?? ''}”`,
        expected: 'the page of the words',
        fix: 'Mark another word near by; and please report it with the manuscript.',
        level: 'error',
      });
      break;
    }
}
