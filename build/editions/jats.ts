import { pagesSheet } from '../styles/pages-sheet.ts';
import { type Edition, type EditionOutput, styleOf } from './edition.ts';

const making = () => import('../jats/make-jats.ts');
const checking = () => import('./check-jats.ts');
const folder = 'jats/';
const ending = '.xml';

/** Each article as XML for archives and indexes, with its graphics beside it. */
export const jats: Edition = {
  name: 'jats',
  about: 'each article for archives and indexes, JATS 1.3, with its graphics',
  // Archives keep the pages by which an article is cited; the page record goes with them.
  needs: 'pages',
  onRequest: true,
  stages: { make: 'Writing the JATS', check: 'Checking the JATS' },
  has: (path) => path.startsWith(folder),
  ahead: [making, checking],
  async make(context, files) {
    const { makeJats } = await making();
    const { bookTargets } = await import('../reflow/targets.ts');
    const { issue, theme, record, cache, chosen } = context;
    const targets = bookTargets(issue, theme.terms);
    const nameOf: Parameters<typeof makeJats>[1]['nameOf'] = (id, from) => targets.name(id, from).text;
    const setting = { issue, terms: theme.terms, record, nameOf };
    const outputs: EditionOutput[] = [];
    const articles = issue.articles.filter(({ id }) => chosen?.has(id) !== false);
    for await (const { name, data } of makeJats(articles, setting, styleOf(context, pagesSheet), cache)) {
      const path = `${folder}${name}`;
      await files.write(path, typeof data === 'string' ? new TextEncoder().encode(data) : data);
      outputs.push({ path });
    }
    return outputs;
  },
  async check(files, context) {
    const { checkJats } = await checking();
    const articleOf = (path: string) => context.issue.articles.find(({ name }) => path === `${folder}${name}${ending}`);
    return checkJats(files, articleOf, context);
  },
};
