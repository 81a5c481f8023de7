import { drawCover } from '../cover/cover.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';

/** The picture on the cover, by its path in OEBPS/. */
export interface CoverImage {
  path: string;
  data: Uint8Array;
}

/** For all books of an issue it is drawn once. */
const drawn = new WeakMap<Issue, { style: Style; cover: Promise<CoverImage> }>();

/** The issue's own cover, else one that is drawn from its facts. Throws TemplateError. */
export function coverImageOf(issue: Issue, style: Style, theme: Theme): Promise<CoverImage> {
  const known = drawn.get(issue);
  if (known?.style === style) return known.cover;
  const cover = draw(issue, style, theme);
  drawn.set(issue, { style, cover });
  return cover;
}

async function draw(issue: Issue, style: Style, theme: Theme): Promise<CoverImage> {
  if (issue.cover) return { path: `images/${issue.cover.name}`, data: issue.cover.data };
  const { png } = await drawCover(issue, style, theme);
  return { path: 'images/cover.png', data: png };
}
