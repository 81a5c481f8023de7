import { dressPictures } from '../fonts/dress-pictures.ts';
import type { Issue } from '../issue/model.ts';
import { fillHeadings } from '../record/fill-folios.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Style } from '../styles/style.ts';
import type { Templates } from '../theme/templates.ts';
import type { TermsBook } from '../theme/terms.ts';
import { coverImageOf } from './cover-image.ts';
import { type Bound, makeEpub } from './epub.ts';
import { fitPictures } from './fit-pictures.ts';
import { targetsOf } from './targets.ts';

/** Makes ready what its books show, and needs no pages: pictures of a size that fits, with their faces, and the cover. Returns the issue with these. Throws TemplateError. */
export async function readyForBooks(
  issue: Issue,
  style: Style,
  { templates, terms }: { templates: Templates; terms: TermsBook },
): Promise<Issue> {
  const ready = await dressPictures(await fitPictures(issue), style, true);
  await coverImageOf(ready, style, templates, terms);
  return ready;
}

/** The EPUB of an issue that is ready for it, and, where they are asked for, one of each article, by their paths in the issue’s folder. Throws TemplateError. */
export async function makeBooks(
  issue: Issue,
  style: Style,
  { templates, terms }: { templates: Templates; terms: TermsBook },
  record: PageRecord | undefined,
  articles: boolean,
): Promise<(Bound & { path: string })[]> {
  const targets = targetsOf(issue, terms);
  if (!record) fillHeadings(issue, {}, (id, article) => targets.name(id, article).text);
  const books = [{ path: `${issue.slug}.epub`, ...(await makeEpub(issue, style, templates, terms, record)) }];
  for (const article of articles ? issue.articles : []) {
    const book = await makeEpub(issue, style, templates, terms, record, article);
    books.push({ path: `articles/${article.name}.epub`, ...book });
  }
  return books;
}

/** What each book weighs, in words: `galley-2026-1.epub: 291 kB, of which faces 133 kB and pictures 52 kB`. */
export function sizesOf(books: readonly (Bound & { path: string })[]): string[] {
  const kB = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
  return books.map(
    ({ path, epub, size }) =>
      `${path}: ${kB(epub.length)}, of which faces ${kB(size.faces)} and pictures ${kB(size.pictures)}`,
  );
}
