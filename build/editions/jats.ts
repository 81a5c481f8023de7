import { pagesSheet } from '../styles/pages-sheet.ts';
import { citable } from './citable.ts';
import { citedRecord, type Edition, type EditionOutput, styleOf } from './edition.ts';

const making = () => import('../jats/make-jats.ts');
const checking = () => import('./check-jats.ts');
const folder = 'jats/';
const ending = '.xml';

/** Each article as XML for archives and indexes, with its graphics beside it. */
export const jats: Edition = {
  name: 'jats',
  about: 'each article for archives and indexes, JATS 1.3, with its graphics',
  // Archives keep the pages by which an article is cited.
  needs: 'tree',
  onRequest: true,
  wantsRecord: true,
  stages: { make: 'Writing the JATS', check: 'Checking the JATS' },
  has: (path) => path.startsWith(folder),
  ahead: [making, checking],
  async make(context, files) {
    const { makeJats } = await making();
    const { placeNames } = await import('../manuscript/numbering/place-names.ts');
    const { issue, theme, cache, chosen } = context;
    const { terms } = theme;
    const setting = {
      issue,
      citedIssue: await context.once(citable),
      terms,
      folios: citedRecord(context)?.ids ?? {},
      nameOf: placeNames(issue, terms),
    };
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
