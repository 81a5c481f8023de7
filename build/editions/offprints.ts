import { type Edition, pagesOf } from './edition.ts';
import { openedUnits } from './units.ts';

const finishing = () => import('../pdf/offprints/make-all-offprints.ts');
const checking = () => import('./check-pdfs.ts');
const folder = 'offprints/';
const ending = '.pdf';

/** Each article as a PDF of its own, with the pages that it has in the issue. */
export const offprints: Edition = {
  name: 'offprints',
  about: 'each article for its readers, a tagged PDF',
  needs: 'pages',
  // They reuse the pages that were marked for the screen PDF.
  after: ['screen'],
  stages: { make: 'Cutting the offprints', check: 'Checking the offprints' },
  has: (path) => path.startsWith(folder) && path.endsWith(ending),
  ahead: [finishing, checking],
  async make(context) {
    const { issue } = pagesOf(context);
    const { makeAllOffprints } = await finishing();
    const made = await makeAllOffprints(issue, await context.once(openedUnits), context.theme.terms, context.cache);
    return made.map(({ name, pdf, texts }) => ({
      path: `${folder}${name}${ending}`,
      bytes: pdf,
      ...(texts ? { texts } : {}),
    }));
  },
  async check(files, context) {
    const { checkPdfs } = await checking();
    return checkPdfs(files, (path) => ({ offprint: path.slice(folder.length, -ending.length) }), context);
  },
};
