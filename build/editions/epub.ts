import { citedRecord, type Edition, type EditionContext, type EditionOutput, styleOf } from './edition.ts';

const binding = () => import('../epub/make-books.ts');
const checking = () => import('./check-books.ts');
const validator = () => import('../check/epub/epubcheck-ts.ts');
const sheet = 'epub';
const folder = 'articles/';
const ending = '.epub';

/** The issue as an e-book, and each article as one, if these are asked for. */
export const epub: Edition = {
  name: 'epub',
  about: 'the issue as an e-book, EPUB 3.3; with --articles each article, too',
  needs: 'tree',
  // Readers cite the EPUB of an article by the issue’s pages.
  wantsPages: ({ articles }) => articles,
  sheet,
  stages: { make: 'Binding the EPUB', check: 'Checking the EPUB' },
  has: (path) => path.endsWith(ending) && (path.startsWith(folder) || !path.includes('/')),
  start: () => {
    validator().then(
      ({ validatorThread }) => validatorThread.start(),
      () => {},
    );
  },
  ahead: [(context) => context.once(readyIssue), checking],
  async make(context, files) {
    const { makeBooks, describeSize } = await binding();
    const { reportUnmarked } = await import('../reflow/page-marks/report-unmarked.ts');
    const style = styleOf(context, sheet);
    const { theme, articles, cache } = context;
    const outputs: EditionOutput[] = [];
    const books = makeBooks(await context.once(readyIssue), style, theme, citedRecord(context), articles, cache);
    for await (const { article, ...book } of books) {
      const path = article ? `${folder}${article.name}${ending}` : `${context.issue.slug}${ending}`;
      await files.write(path, book.epub);
      const { unmarked } = book;
      const remark = `${path}: ${describeSize(book)}`;
      outputs.push({ path, remark, report: (file) => reportUnmarked(file, unmarked, 'epub-pages') });
    }
    return outputs;
  },
  async check(files, context) {
    const { checkBooks } = await checking();
    const articleOf = (path: string) => context.issue.articles.find(({ name }) => path === `${folder}${name}${ending}`);
    return checkBooks(files, articleOf, context);
  },
};

/** The issue with everything that its books show and that needs no pages. */
async function readyIssue(context: EditionContext) {
  return (await binding()).prepareBookInput(context.issue, styleOf(context, sheet), context.theme, context.cache);
}
