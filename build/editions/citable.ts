import type { CitableIssue } from '../citable/citable.ts';
import type { EditionContext } from './edition.ts';

/** The facts by which an issue is cited, for all editions of a build that are data. */
export async function citable({ issue, record, theme }: EditionContext): Promise<CitableIssue> {
  const { citableIssue } = await import('../citable/citable-issue.ts');
  return citableIssue(issue, record, theme.terms.languages);
}
