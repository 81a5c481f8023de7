import type { PressFileKind, PressJob } from '../pdf/press/make-press.ts';
import type { PrintedUnit } from '../pdf/printed-unit.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import { type Edition, type EditionContext, pagesOf, styleOf } from './edition.ts';

const finishing = () => import('../pdf/press/make-press.ts');
const checking = () => import('./check-pdfs.ts');
const printing = () => import('../pdf/press/print-cover.ts');
const dressing = () => import('./dressed-issue.ts');
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
  ahead: [finishing, checking, (context) => context.once(backPrinted)],
  print: (context) => context.once(coverPrinted),
  async make(context, output) {
    const { issue, printed, finisher } = pagesOf(context);
    const { theme, press, facts } = context;
    const cover = await context.once(coverPrinted);
    // The reason why there are no settings was reported before.
    if (!press || !cover) return [];
    const { makePress } = await finishing();
    // The words of imposed sheets are compared with those of the pages, which have to be read for it.
    let areClean = press.imposition === 'none';
    const partOfUnit = async (unit: PrintedUnit) => {
      const { press: made } = await finisher.finish(unit, 'press');
      areClean &&= made?.isClean ?? true;
      return made?.part;
    };
    const pathOf = (part: PressFileKind) => `${issue.slug}${endingOf(part)}`;
    const files: PressJob['files'] = {
      write: (part, content) => output.write(pathOf(part), content),
      read: (part) => output.read(pathOf(part)),
    };
    const { units } = printed;
    const made = await makePress({ issue, theme, units, partOf: partOfUnit, cover, settings: press, facts, files });
    return made.map(({ part, texts }) => ({
      path: pathOf(part),
      partsAreClean: part === 'print' && areClean,
      ...(texts ? { texts } : {}),
    }));
  },
  check: async (files, context) => (await checking()).checkPdfs(files, (path) => partOf(path) ?? 'print', context),
};

/** The print of the cover’s back, where the cover is inside: it needs no pages. */
async function backPrinted(context: EditionContext): Promise<Uint8Array | undefined> {
  const { press, chrome, theme, cache } = context;
  if (press?.cover !== 'inside') return undefined;
  const [{ printBack }, { dressedIssue }] = await Promise.all([printing(), dressing()]);
  const issue = await context.once(dressedIssue);
  return printBack(chrome, { issue, style: styleOf(context, pagesSheet), theme, cache });
}

/** The print of the cover’s back or, where the cover is printed by itself, of its sheet. */
async function coverPrinted(context: EditionContext): Promise<Uint8Array | undefined> {
  const { press, chrome, theme, cache } = context;
  if (press?.cover !== 'separate') return context.once(backPrinted);
  const [{ printSheet }, { pagesInside, spineWidth }] = await Promise.all([
    printing(),
    import('../pdf/press/spine.ts'),
  ]);
  const { issue, style, printed } = pagesOf(context);
  return printSheet(chrome, { issue, style, theme, cache }, spineWidth(pagesInside(printed.units), press));
}

function partOf(path: string): PressFileKind | undefined {
  return path.includes('/') ? undefined : parts.find((part) => path.endsWith(endingOf(part)));
}

function endingOf(part: PressFileKind): string {
  return `-${part}.pdf`;
}
