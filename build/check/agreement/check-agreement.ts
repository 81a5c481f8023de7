import type { CitableIssue } from '../../citable/citable.ts';
import { report } from '../../diagnostics/report.ts';
import type { IssueSource } from '../../issue/model.ts';
import { type CheckedFile, checkedClause, collectFindings } from '../editions/checked.ts';
import type { FinishedFile } from '../editions/read-editions.ts';
import { compareWithIssue } from './compare.ts';
import { saidByCrossref, saidByDatacite, saidByDoaj, saidByOjs } from './deposits.ts';
import { saidByArticleBook, saidByBook } from './epub.ts';
import { saidByJats } from './jats.ts';
import { saidByOffprint } from './pdf.ts';
import type { ReadSaid } from './said.ts';

/** The files that say something of articles, by their paths in the issue’s folder. */
const readers: readonly [path: RegExp, read: ReadSaid, as: string][] = [
  [/^deposit\/crossref\.xml$/, saidByCrossref, 'Crossref 5.4'],
  [/^deposit\/doaj\.json$/, saidByDoaj, 'DOAJ'],
  [/^deposit\/datacite\.json$/, saidByDatacite, 'DataCite'],
  [/^deposit\/ojs-[\d.]+\.xml$/, saidByOjs, 'OJS'],
  [/^jats\/[^/]+\.xml$/, saidByJats, 'JATS'],
  [/^offprints\/[^/]+\.pdf$/, saidByOffprint, 'offprint'],
  [/^articles\/[^/]+\.epub$/, saidByArticleBook, 'EPUB'],
  [/^[^/]+\.epub$/, saidByBook, 'EPUB'],
];

/**
 * Reads finished files back, and reports where they say other things of the articles than the manuscripts and the page
 * record do, and so than each other.
 */
export async function checkAgreement(
  files: readonly FinishedFile[],
  issue: CitableIssue,
  source: IssueSource,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const { path, file, read, whole } of files) {
    const [, reader, as] = readers.find(([pattern]) => pattern.test(path)) ?? [];
    // A PDF that was changed by hand is reported as such, and read in a thread of its own alone.
    if (!reader || !as || (path.endsWith('.pdf') && !whole)) continue;
    const found = collectFindings([file, ...source.files]);
    try {
      compareWithIssue(path, await reader(await read(), path), issue, source);
    } catch {
      // Damaged PDFs and e-books are reported by their own checks.
      if (!/^(?:deposit|jats)\//.test(path)) continue;
      report(file, 'editions-agree', {
        found: 'It cannot be told what this file says of the articles: it is damaged',
        expected: 'the file as it was built',
        fix: 'Build it again.',
      });
    }
    checked.push({ path, as, clauses: [checkedClause('editions-agree', found().get('editions-agree'))] });
  }
  return checked;
}
