import { type Cache, kept } from '../cache/cache.ts';
import { checkDrawings } from '../check/drawings.ts';
import { checkFacesOfParts, facesOfPart, type PartFaces } from '../check/faces.ts';
import { checkGlyphs } from '../check/glyphs.ts';
import { checkPictureSizes } from '../check/picture-sizes.ts';
import { hasErrors } from '../diagnostics/report.ts';
import type { Repository } from '../disk/repository.ts';
import { composeGalley, documentOf, type Galley, lookKey } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import type { Theme } from '../theme/theme.ts';
import { reportStyleFaults } from './designer-faults.ts';
import type { Styles } from './styles-of-issue.ts';

/**
 * Checks an issue in type against the styles that are to set it, before anything is made. Faults are reported on the
 * issue’s files; faces are checked only if there are no other faults. Returns the print document, if there is a style
 * for it and nothing is wrong so far. Throws TemplateError.
 */
export async function checkInType(
  issue: Issue,
  styles: Styles,
  theme: Theme,
  repository: Repository,
  cache: Cache,
): Promise<Galley | undefined> {
  checkPictureSizes(issue);
  for (const style of styles.values()) {
    await checkGlyphs(issue, style, cache);
    checkDrawings(issue, style);
  }
  const print = styles.get(pagesSheet);
  if (!print || hasErrors(issue.files)) return undefined;
  const galley = await composeGalley(issue, print, theme, cache);
  const look = lookKey(print);
  const places = print.faces.map(({ at }) => at && { ...at, isOwn: print.isOwn(at.path) });
  const parts: PartFaces[] = [];
  for (const part of galley.parts) {
    const inputs = { frame: galley.frame, html: part.html, look, places: places as never };
    parts.push(await kept(cache, 'faces', inputs, () => facesOfPart(issue, documentOf(galley, [part]), print)));
  }
  const faults = await checkFacesOfParts(issue, parts, print, async () => documentOf(galley, galley.parts));
  await reportStyleFaults(faults, repository, issue.files);
  return galley;
}
