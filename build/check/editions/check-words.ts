import type { Root } from 'xast';
import type { RuleId } from '../../diagnostics/rules.ts';
import type { Issue } from '../../issue/model.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { readPdf } from '../../pdf-reading/read-pdf.ts';
import type { PageRecord } from '../../record/schema.ts';
import type { GalleyTexts } from '../words/galley-texts.ts';
import { wordsProver } from '../words/prove-pdf.ts';
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

/** Proves the words of the finished PDFs, the screen PDF first, as a build did that made them. */
export async function checkWords(
  { files }: Finished,
  checked: readonly CheckedFile[],
  { issue, record, coverSheet, galley }: WordsAsked,
): Promise<void> {
  const answer = (path: string, clause: CheckedClause) =>
    checked.find((one) => one.path === path)?.clauses.push(clause);
  const skip = (path: string, rule: CheckedClause['rule'], why: string) =>
    answer(path, { rule, state: 'skipped', why, findings: [] });
  const hasCover = files.some(({ path }) => path === `${issue.slug}-cover.pdf`);
  const prover =
    record && wordsProver({ issue, record, hasCover, coverSheet, galley: () => galley(record.ids), everyFile: true });
  let hasScreen = false;
  for (const one of files.filter(({ path }) => path.endsWith('.pdf')).sort(screenFirst)) {
    const { path, file } = one;
    const isScreen = path === `${issue.slug}-screen.pdf`;
    const alone = isScreen || path === `${issue.slug}-cover.pdf` || path.startsWith('offprints/');
    const rule =
      isScreen || issue.articles.some(({ name }) => path === `offprints/${name}.pdf`) ? 'words-kept' : 'pdf-words';
    const why = reasonToSkip(one, record, hasScreen, alone);
    if (why !== undefined || !prover) {
      if (why) skip(path, rule, why);
      continue;
    }
    const pdf = await readPdf(one.bytes).catch(unreadable);
    if (!pdf) {
      skip(path, rule, 'The file could not be read');
      continue;
    }
    const found = newMessages([file, ...issue.files]);
    const look = prover.look(path);
    walkPages(pdf.pages, [look.watcher]);
    await look.prove(pdf, { path, file });
    hasScreen ||= isScreen;
    for (const [other, findings] of found()) if (other !== rule) answer(path, clauseOf(other as RuleId, findings));
    answer(path, clauseOf(rule, found().get(rule)));
  }
}

/** Why the words of a PDF are not looked at; empty where nothing is to be said of it. */
function reasonToSkip(
  { path, whole, current }: FinishedFile,
  record: PageRecord | undefined,
  hasScreen: boolean,
  /** Whether it is held against the manuscripts, not against the screen PDF. */
  alone: boolean,
): string | undefined {
  if (!whole) return 'The file was changed after it was built';
  if (!current) return 'The file is of another state of the manuscripts';
  if (!record) return 'There is no page record';
  if (alone) return undefined;
  if (!/-(print|imposed)\.pdf$/.test(path)) return '';
  return hasScreen ? undefined : 'There is no screen PDF to compare it with';
}

/** That a file cannot be read was found before. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
  return undefined;
}

const screenFirst = (a: FinishedFile, b: FinishedFile) =>
  Number(b.path.endsWith('-screen.pdf')) - Number(a.path.endsWith('-screen.pdf'));
