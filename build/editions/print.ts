import type { PressPart } from '../pdf/press/make-press.ts';
import { type Edition, pagesOf } from './edition.ts';
import { openedUnits } from './units.ts';

const finishing = () => import('../pdf/press/make-press.ts');
const colours = async () => (await import('../pdf/press/lcms.ts')).colourEngine();
const checking = () => import('./check-pdfs.ts');
const parts: readonly PressPart[] = ['print', 'cover', 'imposed'];

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
  ahead: [finishing, colours, checking],
  async make(context) {
    const { issue, style } = pagesOf(context);
    const { chrome, theme, press, facts, cache } = context;
    // The reason why it could not be read was reported before.
    if (!press) return [];
    const { makePress } = await finishing();
    const units = await context.once(openedUnits);
    const job = { issue, style, theme, units, settings: press, facts, cache };
    const made = await makePress(await chrome(), job);
    return made.map(({ part, pdf, texts }) => ({
      path: `${issue.slug}${endingOf(part)}`,
      bytes: pdf,
      ...(texts ? { texts } : {}),
    }));
  },
  check: async (files, context) => (await checking()).checkPdfs(files, (path) => partOf(path) ?? 'print', context),
};

function partOf(path: string): PressPart | undefined {
  return path.includes('/') ? undefined : parts.find((part) => path.endsWith(endingOf(part)));
}

function endingOf(part: PressPart): string {
  return `-${part}.pdf`;
}
