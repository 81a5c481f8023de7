import { checkFinishedPdf } from '../check/editions/check-finished-pdf.ts';
import type { CheckedFile } from '../check/editions/checked.ts';
import { type PdfPart, profileFor } from '../check/pdf/pdf-part.ts';
import { checkFrame, checkPdf } from '../check/pdf.ts';
import { galleyTexts } from '../check/words/galley-texts.ts';
import { type WordsProver, wordsProver } from '../check/words/prove-pdf.ts';
import { backCover, coverSheet } from '../cover/cover-sheet.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { type EditionContext, type EditionFile, pagesOf } from './edition.ts';
import { faceNames } from './face-names.ts';

/**
 * Checks PDFs of an issue: those that were just made, or finished ones. `partOf` returns which part of the issue each
 * is.
 */
export async function checkPdfs(
  files: readonly EditionFile[],
  partOf: (path: string) => PdfPart,
  context: EditionContext,
): Promise<CheckedFile[]> {
  const { issue, styles, press, record, finished, stage, isThorough } = context;
  const words = await context.once(proverOf);
  const style = styles.get(pagesSheet);
  const checked: CheckedFile[] = [];
  // Sheets are compared with the pages that were imposed on them.
  const isImposed = ({ path }: EditionFile) => partOf(path) === 'imposed';
  for (const one of [...files.filter((file) => !isImposed(file)), ...files.filter(isImposed)]) {
    const part = partOf(one.path);
    if (finished) {
      const { preflighter, tagged } = finished;
      const checks = { issue, record, press, style, preflighter, words };
      const result = await stage(`Checking ${one.path}`, () => checkFinishedPdf(one, part, checks));
      if (profileFor(part) === 'screen') tagged.push({ path: one.file.path, file: one.file, checked: result });
      checked.push(result);
    } else if (words) {
      const { record, style } = pagesOf(context);
      if (one.partsAreClean && !isThorough) {
        // An offprint is checked as a whole when it is made.
        if (typeof part === 'string') await checkFrame({ ...one, part, bytes: await one.read() }, { record, press });
        continue;
      }
      await checkPdf(
        { ...one, part, bytes: await one.read() },
        { record, faces: faceNames(style), press, whole: isThorough, isAhead: issue.facts.ahead, words },
      );
    }
  }
  return checked;
}

/**
 * The prover of the words of all PDFs of an issue; undefined if there is no page record. The words around the texts are
 * compared with the templates for finished PDFs, and with the composed pages in a build.
 */
async function proverOf({
  issue,
  styles,
  theme,
  press,
  record,
  finished,
}: EditionContext): Promise<WordsProver | undefined> {
  const style = styles.get(pagesSheet);
  if (!record) return undefined;
  return wordsProver({
    issue,
    record,
    hasCover: press?.cover === 'separate',
    coverSheet: async () =>
      style
        ? parseRendered(await coverSheet(issue, style, theme, 0), 'templates/print/cover-sheet.ejs')
        : { type: 'root', children: [] },
    backCover:
      style && press?.cover === 'inside'
        ? async () => parseRendered(await backCover(issue, style, theme), 'templates/print/back-cover.ejs')
        : undefined,
    galley: async () => (finished && style ? galleyTexts(issue, style, theme, record.ids) : undefined),
    repeatsReports: finished !== undefined,
  });
}
