import { type Edition, type Given, styleOf } from './edition.ts';

const binding = () => import('../epub/make-books.ts');
const checking = () => import('./check-books.ts');
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
  ahead: [(given) => given.once(readyIssue), checking],
  async make(given) {
    const { makeBooks, sizeOf } = await binding();
    const { reportPages } = await import('../epub/page-marks/report-pages.ts');
    const style = styleOf(given, sheet);
    const books = await makeBooks(await given.once(readyIssue), style, given.theme, given.record, given.articles);
    return books.map(({ article, ...book }) => {
      const path = article ? `${folder}${article.name}${ending}` : `${given.issue.slug}${ending}`;
      return {
        path,
        bytes: book.epub,
        remark: `${path}: ${sizeOf(book)}`,
        report: (file) => reportPages(file, book.unmarked),
      };
    });
  },
  async check(files, given) {
    const { checkBooks } = await checking();
    const articleOf = (path: string) => given.issue.articles.find(({ name }) => path === `${folder}${name}${ending}`);
    return checkBooks(files, articleOf, given);
  },
};

/** The issue with everything that its books show and that needs no pages. */
async function readyIssue(given: Given) {
  return (await binding()).readyForBooks(given.issue, styleOf(given, sheet), given.theme);
}
