import { checkDrawings } from '../check/drawings.ts';
import { checkFaces } from '../check/faces.ts';
import { checkGlyphs } from '../check/glyphs.ts';
import { checkPictureSizes } from '../check/picture-sizes.ts';
import { hasErrors } from '../diagnostics/report.ts';
import type { Repository } from '../disk/repository.ts';
import { composeDocument } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import type { Theme } from '../theme/theme.ts';
import { reportStyleFaults } from './designer-faults.ts';
import type { Styles } from './styles-of-issue.ts';

/**
 * Checks an issue in type against the styles that are to set it, before anything is made. Faults are reported on the
 * issue’s files; faces are checked only if there are no other faults. Throws TemplateError.
 */
export async function checkInType(issue: Issue, styles: Styles, theme: Theme, repository: Repository): Promise<void> {
  checkPictureSizes(issue);
  for (const style of styles.values()) {
    checkGlyphs(issue, style);
    checkDrawings(issue, style);
  }
  const print = styles.get(pagesSheet);
  if (!print || hasErrors(issue.files)) return;
  const { tree } = await composeDocument(issue, print, theme);
  await reportStyleFaults(checkFaces(issue, tree, print), repository, issue.files);
}
