import type { VFile } from 'vfile';
import type { Root } from 'xast';
import type { Issue } from '../../issue/model.ts';
import type { Pdf } from '../../pdf-reading/read-pdf.ts';
import type { PageRecord } from '../../record/schema.ts';
import { uncountedPages } from '../../record/uncounted-pages.ts';
import type { PdfPart } from '../pdf/pdf-part.ts';
import { proveCoverWords } from './cover-words.ts';
import type { GalleyTexts } from './galley-texts.ts';
import { provePageWords } from './page-words.ts';
import { collectHalves, collectTexts, type PaintedTexts } from './painted-texts.ts';
import { proveNoOverlaps } from './prove-no-overlaps.ts';
import { proveWords } from './prove-words.ts';
import { type PaintedPages, proveImposedWords, proveSameWords } from './same-words.ts';

/** The issue whose words its PDFs are compared with, and how to compare. */
export interface WordsProverOptions {
  issue: Pick<Issue, 'articles' | 'files'>;
  record: PageRecord;
  /** True if the cover is a file of its own. */
  hasCover: boolean;
  /** Returns the document that the sheet of its cover is printed from. Throws TemplateError. */
  coverSheet: () => Promise<Root>;
  /** Returns the document of the back of its cover; undefined if the print PDF ends without it. */
  backCover?: (() => Promise<Root>) | undefined;
  /**
   * Returns the texts that its print document has around the articles; undefined if these are not compared. Throws
   * TemplateError, StyleError.
   */
  galley: () => Promise<GalleyTexts | undefined>;
  /** True if a fault that was reported for one PDF is reported for the others, too. */
  repeatsReports: boolean;
}

/** A PDF whose words are proved. */
export interface PdfToProve {
  /** Its name in diagnostics. */
  path: string;
  /** Represents the PDF in diagnostics. */
  file: VFile;
  /** The text of each composed page, if known. */
  composed?: readonly string[] | undefined;
}

/** A prover of the words of an issue’s PDFs; the screen PDF must be the first. */
export interface WordsProver {
  /** Begins with a PDF; the caller walks its pages. */
  begin(part: PdfPart): WordsProof;
  /** True if there is something to compare a PDF with, even if its pages were not just composed. */
  knows(part: PdfPart): boolean;
}

/** A watcher that must see everything that a PDF paints, and the proof that follows. */
export interface WordsProof {
  watcher: ReturnType<typeof collectTexts>['watcher'];
  prove(pdf: Pdf, proved: PdfToProve): Promise<void>;
}

/**
 * Returns a prover. It compares the screen PDF and offprints with the manuscripts, by their tags; the print PDF, which
 * has none, with the screen PDF, or the composed pages; imposed sheets with these, half by half; and the cover’s sheet
 * with the document that it is made from.
 */
export function wordsProver(options: WordsProverOptions): WordsProver {
  const { issue, record } = options;
  const first = options.hasCover ? uncountedPages(record) : 0;
  const reported = options.repeatsReports ? undefined : new Set<string>();
  let screen: PaintedPages | undefined;
  let print: PaintedPages | undefined;
  let galley: Promise<GalleyTexts | undefined> | undefined;
  return {
    knows: (part) => (part !== 'print' && part !== 'imposed') || screen !== undefined,
    begin(part) {
      if (part === 'imposed') {
        const { halves, watcher } = collectHalves();
        return {
          watcher,
          async prove(_, { file }) {
            // The back of the cover is in the print PDF alone.
            if (screen && !options.backCover) proveImposedWords(file, halves, screen, first);
            else if (print) proveImposedWords(file, halves, print, 0);
          },
        };
      }
      const { texts, watcher } = collectTexts();
      return { watcher, prove: (pdf, proved) => prove(part, pdf, texts, proved) };
    },
  };

  async function prove(
    part: PdfPart,
    pdf: Pdf,
    texts: PaintedTexts,
    { path, file, composed }: PdfToProve,
  ): Promise<void> {
    if (part === 'cover') {
      proveCoverWords(file, texts.pages.flat(), await options.coverSheet());
      return;
    }
    const back = part === 'print' ? await options.backCover?.() : undefined;
    const pages = { name: path, pages: back ? texts.pages.slice(0, -1) : texts.pages, hidden: texts.hidden };
    if (back) proveCoverWords(file, texts.pages.at(-1) ?? [], back, 'The last page, the back of the cover,');
    const offprint = typeof part === 'object' ? issue.articles.find(({ name }) => name === part.offprint) : undefined;
    const isScreen = part === 'screen';
    if (isScreen) screen = pages;
    else if (part === 'print') print = { ...pages, pages: texts.pages };
    let whole = true;
    if ((isScreen || offprint) && pdf.tags) {
      galley ??= options.galley();
      const [articles, folios] = [offprint ? [offprint] : issue.articles, record.ids];
      const about = { name: path, tags: pdf.tags, texts, articles, folios, isOffprint: offprint !== undefined };
      whole = proveWords({ ...about, galley: await galley, reported }, issue);
    } else if (screen) {
      proveSameWords(file, pages, screen, first);
      return;
    }
    if (whole && composed) provePageWords(file, pages, back ? composed.slice(0, -1) : composed, issue.files);
    proveNoOverlaps(pages, texts.overlaps, pdf.tags, issue);
  }
}
