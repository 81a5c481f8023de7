import { checkedClause, collectFindings } from '../../build/check/editions/checked.ts';
import { report } from '../../build/diagnostics/report.ts';
import { type Edition, type EditionFile, pagesOf } from '../../build/editions/edition.ts';

const ending = '-contents.txt';

/** A made-up edition: the list of contents with its pages, as plain text, and the e-books that were made with it. */
export const contents: Edition = {
  name: 'contents',
  about: 'what the issue has, on which page, plain text',
  needs: 'pages',
  after: ['epub'],
  stages: { make: 'Listing contents', check: 'Reading the list of contents' },
  has: (path) => path.endsWith(ending),
  async make(context, output) {
    const { issue, record } = pagesOf(context);
    const lines = issue.articles.map(({ id, title }) => `${record.ids[id]}  ${title.text}`);
    const books = context.outputs.get('epub') ?? [];
    const text = [...lines, ...books.map(({ path }) => `e-book: ${path}`), ''].join('\n');
    const path = `${issue.slug}${ending}`;
    await output.write(path, new TextEncoder().encode(text));
    return [{ path, remark: `${path}: ${lines.length} articles` }];
  },
  async check(files, { issue, record }) {
    const check = async ({ path, file, read }: EditionFile) => {
      const found = collectFindings([file]);
      const text = new TextDecoder().decode(await read());
      for (const { id, title } of issue.articles)
        if (!text.includes(`${record?.ids[id]}  ${title.text}\n`))
          report(file, 'words-kept', { found: `The list of contents lacks ${title.text}` });
      return { path, as: 'a list of contents', clauses: [checkedClause('words-kept', found().get('words-kept'))] };
    };
    return Promise.all(files.map(check));
  },
};
