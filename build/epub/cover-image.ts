import { drawCover } from '../cover/cover.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { Templates } from '../theme/templates.ts';
import type { TermsBook } from '../theme/terms.ts';

/** The picture on the cover, by its path in OEBPS/. */
export interface CoverImage {
  path: string;
  data: Uint8Array;
}

/** For all books of an issue it is drawn once. */
const drawn = new WeakMap<Issue, { style: Style; cover: Promise<CoverImage> }>();

/** The issue's own cover, else one that is drawn from its facts. Throws TemplateError. */
export function coverImageOf(issue: Issue, style: Style, templates: Templates, terms: TermsBook): Promise<CoverImage> {
  const known = drawn.get(issue);
  if (known?.style === style) return known.cover;
  const cover = draw(issue, style, templates, terms);
  drawn.set(issue, { style, cover });
  return cover;
}

async function draw(issue: Issue, style: Style, templates: Templates, terms: TermsBook): Promise<CoverImage> {
  if (issue.cover) return { path: `images/${issue.cover.name}`, data: issue.cover.data };
  const { png } = await drawCover(issue, style, templates, terms);
  return { path: 'images/cover.png', data: png };
}
