import type { Root } from 'xast';
import type { Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import { uncountedPages } from '../../record/uncounted-pages.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { Unreadable } from '../pdf/unreadable.ts';
import { proveCoverWords } from '../words/cover-words.ts';
import type { GalleyTexts } from '../words/galley-texts.ts';
import { halvesOf, textsOf } from '../words/painted-texts.ts';
import { proveWords } from '../words/prove-words.ts';
import { type PaintedPages, proveImposedWords, proveSameWords } from '../words/same-words.ts';
import { type CheckedClause, type CheckedFile, clauseOf, newMessages } from './checked.ts';
import type { Finished, FinishedFile } from './read-editions.ts';

/** What the words of an issue’s PDFs are held against. */
export interface WordsAsked {
  issue: Issue;
  record: PageRecord | undefined;
  /** The document that the sheet of its cover is printed from. Throws TemplateError. */
  coverSheet: () => Promise<Root>;
  /** What its print document says around the texts; undefined where there is no style. Throws TemplateError, StyleError. */
  galley: (folios: PageRecord['ids']) => Promise<GalleyTexts | undefined>;
}

/**
 * Proves the words of the finished PDFs: those of the screen PDF and of the offprints against the manuscripts, by their tags; those of the print PDF, which has
 * none, page by page against the screen PDF, and of its sheets half by half; those of the cover’s sheet against the document that it is made of.
 */
export async function checkWords(
  { files }: Finished,
  checked: readonly CheckedFile[],
  { issue, record, coverSheet, galley }: WordsAsked,
): Promise<void> {
  const answer = (path: string, clause: CheckedClause) =>
    checked.find((one) => one.path === path)?.clauses.push(clause);
  const skip = (path: string, rule: CheckedClause['rule'], why: string) =>
    answer(path, { rule, state: 'skipped', why, findings: [] });
  // The cover may be a file of its own.
  const hasCover = files.some(({ path }) => path === `${issue.slug}-cover.pdf`);
  const first = hasCover && record ? uncountedPages(record) : 0;
  let screen: PaintedPages | undefined;
  let around: Promise<GalleyTexts | undefined> | undefined;
  for (const one of files.filter(({ path }) => path.endsWith('.pdf')).sort(screenFirst)) {
    const { path, file } = one;
    const isScreen = path === `${issue.slug}-screen.pdf`;
    const offprint = issue.articles.find(({ name }) => path === `offprints/${name}.pdf`);
    const isCover = path === `${issue.slug}-cover.pdf`;
    const rule = isScreen || offprint ? 'words-kept' : 'pdf-words';
    const why = reasonToSkip(one, record, screen, isScreen || isCover || offprint !== undefined);
    if (why !== undefined || !record) {
      if (why) skip(path, rule, why);
      continue;
    }
    const pdf = await readPdf(one.bytes).catch(unreadable);
    if (!pdf) {
      skip(path, rule, 'The file could not be read');
      continue;
    }
    const found = newMessages([file, ...issue.files]);
    if (path.endsWith('-imposed.pdf')) {
      if (screen) proveImposedWords(file, halvesOf(pdf), screen, first);
    } else {
      const texts = textsOf(pdf);
      if (isScreen) screen = { name: path, pages: texts.pages };
      if (rule === 'words-kept' && pdf.tags) {
        const articles = offprint ? [offprint] : issue.articles;
        around ??= galley(record.ids);
        const asked = { name: path, tags: pdf.tags, texts, articles, folios: record.ids };
        proveWords({ ...asked, galley: await around, offprint: offprint !== undefined }, issue);
      } else if (isCover) proveCoverWords(file, texts.pages.flat(), await coverSheet());
      else if (screen) proveSameWords(file, { name: path, pages: texts.pages }, screen, first);
    }
    answer(path, clauseOf(rule, found().get(rule)));
  }
}

/** Why the words of a PDF are not looked at; empty where nothing is to be said of it. */
function reasonToSkip(
  { path, whole, current }: FinishedFile,
  record: PageRecord | undefined,
  screen: PaintedPages | undefined,
  /** Whether it is held against the manuscripts, not against the screen PDF. */
  alone: boolean,
): string | undefined {
  if (!whole) return 'The file was changed after it was built';
  if (!current) return 'The file is of another state of the manuscripts';
  if (!record) return 'There is no page record';
  if (alone) return undefined;
  if (!/-(print|imposed)\.pdf$/.test(path)) return '';
  return screen ? undefined : 'There is no screen PDF to compare it with';
}

/** That a file cannot be read was found before. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
  return undefined;
}

const screenFirst = (a: FinishedFile, b: FinishedFile) =>
  Number(b.path.endsWith('-screen.pdf')) - Number(a.path.endsWith('-screen.pdf'));
