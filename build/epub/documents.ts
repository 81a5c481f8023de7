import { familiesIn } from '../fonts/embed.ts';
import type { Style } from '../styles/style.ts';
import type { Templates } from '../templates.ts';
import type { TermsBook } from '../terms.ts';
import { articlePage } from './article-page.ts';
import type { Book } from './book.ts';
import { type Rendered, renderXml } from './render.ts';
import { articlePath, targetsOf } from './targets.ts';

/** The XHTML documents of a book by their paths in OEBPS/, in the order they are read in. */
export type Documents = Map<string, Rendered>;

/** Renders the documents of a book. `coverImage` is the path of the picture on its cover. Throws TemplateError. */
export async function renderDocuments(
  book: Book,
  coverImage: string,
  style: Style,
  templates: Templates,
  terms: TermsBook,
): Promise<Documents> {
  const { issue } = book;
  const documents: Documents = new Map();
  const add = async (path: string, template: string, data: object) => {
    documents.set(path, await renderXml(templates, template, { ...book, ...data }));
  };
  await add('cover.xhtml', 'cover', { coverImage });
  await add('title.xhtml', 'title-page', {});
  await add('masthead.xhtml', 'masthead', {});
  const [first] = issue.articles;
  await add('toc.xhtml', 'nav', { start: first && articlePath(first, issue) });
  const targets = targetsOf(issue, terms);
  for (const section of issue.sections) {
    for (const article of section.articles) {
      const page = articlePage(article, section, issue, targets, terms);
      await add(articlePath(article, issue), 'article', page);
    }
  }
  const trees = [...documents.values()].map(({ tree }) => tree);
  await add('colophon.xhtml', 'colophon', { families: familiesIn(style, trees) });
  return documents;
}
