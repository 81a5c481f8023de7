import { dressPictures } from '../fonts/dress-pictures.ts';
import type { Article, Issue } from '../issue/model.ts';
import { fillHeadings } from '../record/fill-folios.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { type CoverImage, coverImageOf } from './cover-image.ts';
import { type Bound, makeEpub } from './epub.ts';
import { fitPictures } from './fit-pictures.ts';
import { targetsOf } from './targets.ts';

/** The book of an issue, or of one article of it. */
export interface BoundBook extends Bound {
  article?: Article;
}

/** What the books of an issue show, and needs no pages: the issue with pictures of a size that fits, and the cover. */
export interface Bookable {
  issue: Issue;
  cover: CoverImage;
}

/** Makes the pictures of an issue, with their faces, and its cover ready for its books. Throws TemplateError. */
export async function readyForBooks(issue: Issue, style: Style, theme: Theme): Promise<Bookable> {
  const ready = await dressPictures(await fitPictures(issue), style, true);
  return { issue: ready, cover: await coverImageOf(ready, style, theme) };
}

/** The EPUB of an issue that is ready for it, and, where they are asked for, one of each article. Throws TemplateError. */
export async function makeBooks(
  { issue, cover }: Bookable,
  style: Style,
  theme: Theme,
  record: PageRecord | undefined,
  articles: boolean,
): Promise<BoundBook[]> {
  const targets = targetsOf(issue, theme.terms);
  if (!record) fillHeadings(issue, {}, (id, article) => targets.name(id, article).text);
  const books: BoundBook[] = [await makeEpub(issue, style, theme, record, undefined, cover)];
  for (const article of articles ? issue.articles : [])
    books.push({ article, ...(await makeEpub(issue, style, theme, record, article, cover)) });
  return books;
}

/** What a book weighs, in words: `291 kB, of which faces 133 kB and pictures 52 kB`. */
export function sizeOf({ epub, size }: Bound): string {
  const kB = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
  return `${kB(epub.length)}, of which faces ${kB(size.faces)} and pictures ${kB(size.pictures)}`;
}
