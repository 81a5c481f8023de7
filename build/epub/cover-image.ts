import { type Cache, noCache } from '../cache/cache.ts';
import { drawCover } from '../cover/cover.ts';
import { isDrawn } from '../cover/cover-svg.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';

/** The picture on the cover, by its path in OEBPS/. */
export interface CoverImage {
  path: string;
  /** A drawn cover is painted while documents are made. */
  data: Uint8Array | Promise<Uint8Array>;
}

/**
 * The issue's own picture where it stands alone, or a cover that is drawn from the issue's facts. Throws TemplateError.
 */
export async function coverImageOf(
  issue: Issue,
  style: Style,
  theme: Theme,
  cache: Cache = noCache,
): Promise<CoverImage> {
  if (issue.cover && !isDrawn(issue)) return { path: `images/${issue.cover.name}`, data: issue.cover.data };
  const { png } = await drawCover(issue, style, theme, cache);
  return { path: 'images/cover.png', data: png };
}
