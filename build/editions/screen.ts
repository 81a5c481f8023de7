import { type Edition, pagesOf } from './edition.ts';

const finishing = () => import('../pdf/screen/finish-screen.ts');
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
    const { issue, printed } = pagesOf(context);
    const { finishScreen } = await finishing();
    const bytes = await finishScreen(issue, printed, context.theme.terms);
    return [{ path: `${issue.slug}${ending}`, bytes, texts: printed.pages.survey.pages }];
  },
  check: async (files, context) => (await checking()).checkPdfs(files, () => 'screen', context),
};
