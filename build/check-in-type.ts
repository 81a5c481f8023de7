import { checkDrawings } from './check/drawings.ts';
import { checkGlyphs } from './check/glyphs.ts';
import { checkPictureSizes } from './check/picture-sizes.ts';
import { hasErrors } from './diagnostics/report.ts';
import type { Repository } from './disk/repository.ts';
import { checkStyle } from './house.ts';
import type { Issue } from './issue/model.ts';
import type { Style } from './styles/style.ts';
import type { Templates } from './theme/templates.ts';
import type { TermsBook } from './theme/terms.ts';

/**
 * Checks of an issue in type against the styles that are to set it, before anything is made: `check` and `build` ask the same. What is wrong is
 * reported on the issue’s files; faces are looked at only where nothing else is. Throws TemplateError.
 */
export async function checkInType(
  issue: Issue,
  { print, epub }: { print: Style | undefined; epub: Style | undefined },
  house: { templates: Templates; terms: TermsBook },
  repository: Repository,
): Promise<void> {
  checkPictureSizes(issue);
  for (const style of [print, epub]) {
    if (!style) continue;
    checkGlyphs(issue, style);
    checkDrawings(issue, style);
  }
  if (print && !hasErrors(issue.files)) await checkStyle(issue, print, house, repository);
}
