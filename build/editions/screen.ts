import type { ScreenUnit } from '../pdf/screen/make-screen.ts';
import { type Edition, pagesOf } from './edition.ts';

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
  async make(context, files) {
    const { issue, printed, finisher } = pagesOf(context);
    const { makeScreen } = await finishing();
    let partsAreClean = true;
    async function* units(): AsyncGenerator<ScreenUnit> {
      for (const unit of printed.units) {
        const { screen: made } = await finisher.finish(unit, 'screen');
        if (!made) throw new Error(`The unit ${unit.name} has no part of the screen PDF.`);
        partsAreClean &&= made.isClean;
        yield { part: made.part, folios: unit.folios };
      }
    }
    const path = `${issue.slug}${ending}`;
    await files.write(path, (sink) => makeScreen(issue, units(), context.theme.terms, sink));
    return [{ path, texts: printed.pages.survey.pages, partsAreClean }];
  },
  check: async (files, context) => (await checking()).checkPdfs(files, () => 'screen', context),
};
