import { familiesIn } from '../fonts/embed.ts';
import { articleFile } from '../issue/ids.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { articlePage } from './article-page.ts';
import type { Book } from './book.ts';
import { type PageEntry, pageListOf } from './page-marks/page-list.ts';
import { pageMarks } from './page-marks/page-marks.ts';
import { type RenderedFile, renderXml } from './render.ts';
import { bookTargets } from './targets.ts';

/** The XHTML documents of a book by their paths in OEBPS/, in reading order. */
export type Documents = Map<string, RenderedFile>;

/** A book’s documents, and the printed pages that are marked in them. */
export interface RenderedBook {
  documents: Documents;
  pageList: PageEntry[];
  /** The labels of pages whose beginning was not found. */
  unmarked: string[];
}

/** Renders the documents of a book. `coverImage` is the path of the picture on its cover. Throws TemplateError. */
export async function renderDocuments(
  book: Book,
  coverImage: string,
  style: Style,
  { templates, terms }: Theme,
): Promise<RenderedBook> {
  const { issue } = book;
  const documents: Documents = new Map();
  const marks = pageMarks(book.pages);
  const add = async (path: string, template: string, data: object) => {
    const finish = (text: string) => marks.finish(text, path);
    const pageStart = marks.start(path);
    documents.set(path, await renderXml(templates, template, { ...book, ...data, pageStart }, finish));
  };
  const [first] = book.articles;
  const nav = { start: first && articleFile(first.id), pageList: [] as PageEntry[] };
  await add('cover.xhtml', 'cover', { coverImage });
  if (!book.only) {
    await add('title.xhtml', 'title-page', {});
    await add('masthead.xhtml', 'masthead', {});
  }
  await add('toc.xhtml', 'nav', nav);
  const targets = bookTargets(issue, terms, book.folios, book.only);
  for (const section of issue.sections) {
    for (const article of section.articles) {
      if (!book.articles.includes(article)) continue;
      const page = articlePage(article, { section, issue, targets, terms, pages: marks });
      await add(articleFile(article.id), 'article', { ...page, extent: book.extents[article.id] });
    }
  }
  const trees = [...documents.values()].map(({ tree }) => tree);
  await add('colophon.xhtml', 'colophon', { families: familiesIn(style, trees) });
  const pageList = pageListOf(
    [...documents].map(([path, { tree }]) => [path, tree]),
    book.pages,
  );
  // The list of pages is in the document with the contents. That document is marked itself, so it is rendered twice.
  const again = pageMarks(book.pages);
  const finish = (text: string) => again.finish(text, 'toc.xhtml');
  const listed = { ...book, ...nav, pageList, pageStart: again.start('toc.xhtml') };
  if (pageList.length > 0) documents.set('toc.xhtml', await renderXml(templates, 'nav', listed, finish));
  return { documents, pageList, unmarked: marks.unmarked() };
}
