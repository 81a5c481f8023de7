import type { PressFileKind } from '../pdf/press/make-press.ts';
import { type Edition, pagesOf } from './edition.ts';

const finishing = () => import('../pdf/press/make-press.ts');
const checking = () => import('./check-pdfs.ts');
const parts: readonly PressFileKind[] = ['print', 'cover', 'imposed'];

/** The files for the printer: the pages and, if wanted, the cover and the imposed sheets. */
export const print: Edition = {
  name: 'print',
  about: 'the pages for the printer, PDF/X-4; with them the cover or sheets, as journal.yaml asks',
  needs: 'pages',
  toPress: true,
  // Its words are compared with those of the screen PDF, which has tags.
  after: ['screen'],
  stages: { make: 'Finishing the print PDF', check: 'Checking the print PDF' },
  has: (path) => partOf(path) !== undefined,
  usesBrowser: ({ press }) => press?.cover === 'separate',
  ahead: [finishing, checking],
  async make(context) {
    const { issue, style, printed, finisher } = pagesOf(context);
    const { chrome, theme, press, facts } = context;
    // The reason why it could not be read was reported before.
    if (!press) return [];
    const { makePress } = await finishing();
    const finished = await Promise.all(
      printed.units.map(async (unit) => ({ unit, made: (await finisher.finish(unit)).press })),
    );
    const units = finished.map(({ unit, made }) => ({ unit, part: made?.part }));
    const made = await makePress(chrome, { issue, style, theme, units, settings: press, facts });
    // The words of imposed sheets are compared with those of the pages, which have to be read for it.
    const areClean = press.imposition === 'none' && finished.every((one) => one.made?.isClean ?? true);
    return made.map(({ part, pdf, texts }) => ({
      path: `${issue.slug}${endingOf(part)}`,
      bytes: pdf,
      partsAreClean: part === 'print' && areClean,
      ...(texts ? { texts } : {}),
    }));
  },
  check: async (files, context) => (await checking()).checkPdfs(files, (path) => partOf(path) ?? 'print', context),
};

function partOf(path: string): PressFileKind | undefined {
  return path.includes('/') ? undefined : parts.find((part) => path.endsWith(endingOf(part)));
}

function endingOf(part: PressFileKind): string {
  return `-${part}.pdf`;
}
