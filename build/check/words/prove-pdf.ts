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
import { proveApart } from './prove-apart.ts';
import { proveWords } from './prove-words.ts';
import { type PaintedPages, proveImposedWords, proveSameWords } from './same-words.ts';

/** What the words of an issue’s PDFs are held against. */
export interface WordsAsked {
  issue: Issue;
  record: PageRecord;
  /** Whether the cover is a file of its own. */
  hasCover: boolean;
  /** The document that the sheet of its cover is printed from. Throws TemplateError. */
  coverSheet: () => Promise<Root>;
  /** What its print document says around the texts; undefined where that is not asked. Throws TemplateError, StyleError. */
  galley: () => Promise<GalleyTexts | undefined>;
  /** Whether what was told of one PDF is told of others, too. */
  everyFile: boolean;
}

/** What is proved of one PDF. */
export interface ProvedPdf {
  /** What it is called where it is spoken of. */
  path: string;
  /** Stands for it, in diagnostics. */
  file: VFile;
  /** The words of each page as it was composed, where they are known. */
  composed?: readonly string[] | undefined;
}

/** Proves the words of an issue’s PDFs, one after the other, the screen PDF first. */
export interface WordsProver {
  /** Begins to look at a PDF; its caller goes through its pages. */
  look(part: PdfPart): WordsLook;
  /** Whether there is something to hold a PDF against, if its pages were not just composed. */
  knows(part: PdfPart): boolean;
}

/** What has to see all that a PDF paints, and then says what is wrong with its words. */
export interface WordsLook {
  watcher: ReturnType<typeof collectTexts>['watcher'];
  prove(pdf: Pdf, proved: ProvedPdf): Promise<void>;
}

/**
 * A prover of the words of an issue’s PDFs: of the screen PDF and of offprints it holds them against the manuscripts, by their tags; of the print PDF, which has none, against the screen
 * PDF, or the pages as they were composed; of sheets against these, half by half; of the cover’s sheet against the document that it is made of.
 */
export function wordsProver(asked: WordsAsked): WordsProver {
  const { issue, record } = asked;
  const first = asked.hasCover ? uncountedPages(record) : 0;
  const told = asked.everyFile ? undefined : new Set<string>();
  let screen: PaintedPages | undefined;
  let print: PaintedPages | undefined;
  let galley: Promise<GalleyTexts | undefined> | undefined;
  return {
    knows: (part) => (part !== 'print' && part !== 'imposed') || screen !== undefined,
    look(part) {
      if (part === 'imposed') {
        const { halves, watcher } = collectHalves();
        return {
          watcher,
          async prove(_, { file }) {
            if (screen) proveImposedWords(file, halves, screen, first);
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
    { path, file, composed }: ProvedPdf,
  ): Promise<void> {
    if (part === 'cover') {
      proveCoverWords(file, texts.pages.flat(), await asked.coverSheet());
      return;
    }
    const pages = { name: path, pages: texts.pages, unseen: texts.unseen };
    const offprint = typeof part === 'object' ? issue.articles.find(({ name }) => name === part.offprint) : undefined;
    const isScreen = part === 'screen';
    if (isScreen) screen = pages;
    else if (part === 'print') print = pages;
    let whole = true;
    if ((isScreen || offprint) && pdf.tags) {
      galley ??= asked.galley();
      const [articles, folios] = [offprint ? [offprint] : issue.articles, record.ids];
      const about = { name: path, tags: pdf.tags, texts, articles, folios, offprint: offprint !== undefined };
      whole = proveWords({ ...about, galley: await galley, told }, issue);
    } else if (screen) {
      proveSameWords(file, pages, screen, first);
      return;
    }
    if (whole && composed) provePageWords(file, pages, composed, issue.files);
    proveApart(pages, texts.crossings, pdf.tags, issue);
  }
}
