import type { PrintedIssue } from '../pdf/make-print.ts';
import type { OpenedUnit } from '../pdf/opened-unit.ts';
import type { PrintedUnit } from '../pdf/printed-unit.ts';
import { type EditionContext, pagesOf } from './edition.ts';

/** The units of an issue in print, in its order. */
export function unitsOf(context: EditionContext): readonly PrintedUnit[] {
  const { printed, issue } = pagesOf(context);
  return [
    wholeIssue(
      printed,
      issue.articles.map(({ id }) => id),
    ),
  ];
}

/** The units, opened for the editions that are made of them, which share what they find there. */
export async function openedUnits(context: EditionContext): Promise<readonly OpenedUnit[]> {
  const { openUnit } = await import('../pdf/opened-unit.ts');
  return unitsOf(context).map(openUnit);
}

/** An issue that was printed as one unit. */
export function wholeIssue({ pdf, tags, copies, pages }: PrintedIssue, articles: string[]): PrintedUnit {
  const { count, list, survey, trimming } = pages;
  return {
    name: 'issue',
    articles,
    pdf,
    count,
    tags,
    copies,
    folios: list.map(({ folio }) => folio),
    survey,
    trimming,
  };
}
