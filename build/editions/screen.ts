import { type Edition, pagesOf } from './edition.ts';
import { openedUnits, unitsOf } from './units.ts';

const finishing = () => import('../pdf/screen/make-screen.ts');
const checking = () => import('./check-pdfs.ts');
const ending = '-screen.pdf';

/** The issue as a PDF for readers, with tags for those who listen. */
export const screen: Edition = {
  name: 'screen',
  about: 'the issue for readers, a tagged PDF',
  needs: 'pages',
  stages: { make: 'Finishing the screen PDF', check: 'Checking the screen PDF' },
  has: (path) => !path.includes('/') && path.endsWith(ending),
  ahead: [finishing, checking],
  async make(context) {
    const { issue } = pagesOf(context);
    const { makeScreen } = await finishing();
    const units = await context.once(openedUnits);
    const bytes = await makeScreen(issue, units, context.theme.terms, context.cache);
    return [{ path: `${issue.slug}${ending}`, bytes, texts: unitsOf(context).flatMap(({ survey }) => survey.pages) }];
  },
  check: async (files, context) => (await checking()).checkPdfs(files, () => 'screen', context),
};
