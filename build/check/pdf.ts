import type { VFile } from 'vfile';
import type { Issue } from '../issue/model.ts';
import type { FinishedPdf } from '../pdf/finish-pdfs.ts';
import { postScriptName } from '../pdf/postscript-name.ts';
import type { PressSettings } from '../pdf/press/press-settings.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Face } from '../styles/style.ts';
import { foliosOf, profileFor } from './editions/profile-for.ts';
import { preflight } from './pdf/preflight.ts';
import { reportPreflight } from './pdf/report-preflight.ts';
import { provePageWords } from './words/page-words.ts';
import { collectTexts } from './words/painted-texts.ts';

/** What a PDF that was just made is held to. */
export interface PdfChecks {
  issue: Issue;
  record: PageRecord;
  faces: readonly Face[];
  /** How the press wants it; undefined where nothing goes to the press. */
  press: PressSettings | undefined;
  /** Whether everything that its pages paint is looked at, which takes half a second for fifty of them, and its words are proved. */
  whole: boolean;
}

/** What making the print PDF has told, at the manuscript’s line. */
const told = new Set<string>(['print-resolution', 'print-hairline']);

/** Checks a PDF that was just made: its fonts, the clauses of what it is built to, its words. Reports on `file`, which stands for it. */
export async function checkPdf(
  file: VFile,
  { path, pdf, texts }: FinishedPdf,
  { issue, record, faces, press, whole }: PdfChecks,
): Promise<void> {
  const words = whole && texts ? collectTexts() : undefined;
  const asked = {
    profile: profileFor(path),
    folios: foliosOf(path, record, issue),
    faces: faces.map(({ data }) => postScriptName(data)),
    inkLimit: press?.inkLimit,
    black: press?.black,
    quick: !whole,
  };
  const { clauses, ...rest } = await preflight(pdf, asked, words ? [words.watcher] : []);
  reportPreflight(file, { ...rest, clauses: clauses.filter(({ rule }) => !told.has(rule)) });
  if (words && texts) provePageWords(file, words.texts.pages, texts);
}
