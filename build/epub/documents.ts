import { parse } from 'postcss';
import { type Cache, kept, keyOf } from '../cache/cache.ts';
import { familiesOf } from '../fonts/embed.ts';
import { fontRules } from '../fonts/font-rules.ts';
import { markSmallCapitals } from '../fonts/mark-glyphs.ts';
import { articleFile } from '../issue/ids.ts';
import { articlePage } from '../reflow/article-page.ts';
import { type PageEntry, pageListOf } from '../reflow/page-marks/page-list.ts';
import { pageMarks } from '../reflow/page-marks/page-marks.ts';
import { bookTargets } from '../reflow/targets.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import type { Book } from './book.ts';
import { type ChapterFacts, factsOf } from './chapter-facts.ts';
import type { Compress } from './package/compressed.ts';
import type { PackedDocument } from './package/package-files.ts';
import { parseXml, renderText } from './render.ts';

/** The XHTML documents of a book by their paths in OEBPS/, in reading order. */
export type Documents = Map<string, RenderedDocument>;

/** A document of a book, with what the rest of the book asks of it. */
export interface RenderedDocument extends Omit<PackedDocument, 'path'> {
  facts: ChapterFacts;
}

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
  cache: Cache,
  compress: Compress,
): Promise<RenderedBook> {
  const { issue } = book;
  const documents: Documents = new Map();
  const marks = pageMarks(book.pages);
  const rules = fontRules(parse(style.css));
  const sheet = keyOf(style.css);
  const render = async (template: string, data: object, finish: (text: string) => string) => {
    const plain = await renderText(templates, template, data, finish);
    const text = plain.includes('smallcaps') ? markSmallCapitals(plain, parseXml(plain, template), style) : plain;
    const look = () => factsOf(parseXml(text, template), rules);
    return { text, facts: await kept(cache, 'document', { text, sheet }, look) };
  };
  const add = async (path: string, template: string, data: object) => {
    const finish = (text: string) => marks.finish(text, path);
    const pageStart = marks.start(path);
    const rendered = await render(template, { ...book, ...data, pageStart }, finish);
    const archive = template === 'article' ? compress({ path: `OEBPS/${path}`, data: rendered.text }) : undefined;
    documents.set(path, { ...rendered, archive });
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
      const page = await articlePage(article, { section, issue, targets, terms, pages: marks }, cache);
      await add(articleFile(article.id), 'article', { ...page, extent: book.extents[article.id] });
    }
  }
  for (const index of book.indexes) await add(`${index.id}.xhtml`, 'index', index);
  const letters = [...documents.values()].flatMap(({ facts }) => facts.letters);
  await add('colophon.xhtml', 'colophon', { families: familiesOf(style, letters) });
  const pageList = pageListOf(
    [...documents].map(([path, { facts }]) => [path, facts.pages]),
    book.pages,
  );
  // The list of pages is in the document with the contents. That document is marked itself, so it is rendered twice.
  const again = pageMarks(book.pages);
  const finish = (text: string) => again.finish(text, 'toc.xhtml');
  const listed = { ...book, ...nav, pageList, pageStart: again.start('toc.xhtml') };
  if (pageList.length > 0) documents.set('toc.xhtml', await render('nav', listed, finish));
  return { documents, pageList, unmarked: marks.unmarked() };
}
