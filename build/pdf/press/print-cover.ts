import type { Chrome } from '../../browser/browser.ts';
import { type Cache, kept } from '../../cache/cache.ts';
import { composeBackCover, composeCoverSheet } from '../../cover/cover-sheet.ts';
import type { Issue } from '../../issue/model.ts';
import type { Style } from '../../styles/style.ts';
import type { Theme } from '../../theme/theme.ts';
import { printSite } from '../print.ts';

/** The source of the pages of a cover: the issue, and the means to set it. */
export interface CoverSource {
  issue: Issue;
  style: Style;
  theme: Theme;
  cache: Cache;
}

/** The back of a cover that is inside, as the browser prints it. Throws TemplateError, BrowserDied. */
export async function printBack(chrome: () => Promise<Chrome>, source: CoverSource): Promise<Uint8Array> {
  return print(chrome, source, await composeBackCover(source.issue, source.style, source.theme));
}

/**
 * The sheet of a cover that is printed by itself, as the browser prints it; `spine` is in mm. Throws TemplateError,
 * BrowserDied.
 */
export async function printSheet(
  chrome: () => Promise<Chrome>,
  source: CoverSource,
  spine: number,
): Promise<Uint8Array> {
  return print(chrome, source, await composeCoverSheet(source.issue, source.style, source.theme, spine));
}

async function print(
  chrome: () => Promise<Chrome>,
  { issue, cache }: CoverSource,
  site: Awaited<ReturnType<typeof composeBackCover>>,
): Promise<Uint8Array> {
  const { version } = await chrome();
  const files = [...site.files].map(([path, { type, data }]) => ({ path, type, data }));
  const inputs = { entry: site.entry, files, made: issue.made.toISOString(), browser: version };
  return kept(cache, 'cover-sheet', inputs, async () => printSite(await chrome(), site, issue.made));
}
