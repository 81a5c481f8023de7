import { type Cache, noCache } from '../cache/cache.ts';
import { dressPictures } from '../fonts/dress-pictures.ts';
import type { Article, Issue } from '../issue/model.ts';
import { fillHeadings } from '../record/fill-folios.ts';
import type { PageRecord } from '../record/schema.ts';
import { fitPictures } from '../reflow/fit-pictures.ts';
import { bookTargets } from '../reflow/targets.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { type CoverImage, coverImageOf } from './cover-image.ts';
import { type EpubResult, makeEpub } from './epub.ts';

/** The EPUB of an issue, or of one article of it. */
export interface BookResult extends EpubResult {
  article?: Article;
}

/**
 * The parts of the books of an issue that need no printed pages: the issue with pictures scaled down, and the cover.
 */
export interface BookInput {
  issue: Issue;
  cover: CoverImage;
}

/** Prepares the pictures of an issue, with the faces of its drawings, and its cover. Throws TemplateError. */
export async function prepareBookInput(
  issue: Issue,
  style: Style,
  theme: Theme,
  cache: Cache = noCache,
): Promise<BookInput> {
  const ready = await dressPictures(await fitPictures(issue, cache), style, true, cache);
  return { issue: ready, cover: await coverImageOf(ready, style, theme, cache) };
}

/**
 * Makes the EPUB of a prepared issue and, with `articles`, one of each article, one after the other. Throws
 * TemplateError.
 */
export async function* makeBooks(
  { issue, cover }: BookInput,
  style: Style,
  theme: Theme,
  record: PageRecord | undefined,
  articles: boolean,
  cache: Cache = noCache,
): AsyncGenerator<BookResult> {
  const targets = bookTargets(issue, theme.terms);
  if (!record) fillHeadings(issue, {}, (id, article) => targets.name(id, article).text);
  yield makeEpub(issue, style, theme, { record, cover, cache });
  for (const article of articles ? issue.articles : [])
    yield { article, ...(await makeEpub(issue, style, theme, { record, only: article, cover, cache })) };
}

/** The size of a book in words: `291 kB, of which faces 133 kB and pictures 52 kB`. */
export function describeSize({ epub, size }: EpubResult): string {
  const kB = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
  return `${kB(epub.length)}, of which faces ${kB(size.faces)} and pictures ${kB(size.pictures)}`;
}
