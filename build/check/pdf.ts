import type { VFile } from 'vfile';
import { coverSheet } from '../cover/cover-sheet.ts';
import type { Issue } from '../issue/model.ts';
import type { FinishedPdf } from '../pdf/finish-pdfs.ts';
import { postScriptName } from '../pdf/postscript-name.ts';
import type { PressSettings } from '../pdf/press/press-settings.ts';
import type { Pdf } from '../pdf-reading/read-pdf.ts';
import type { PageRecord } from '../record/schema.ts';
import type { Face, Style } from '../styles/style.ts';
import type { Templates } from '../theme/templates.ts';
import type { TermsBook } from '../theme/terms.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { measureProof } from '../words/measure-proof.ts';
import { foliosOf, profileFor } from './editions/profile-for.ts';
import { preflight } from './pdf/preflight.ts';
import { reportPreflight } from './pdf/report-preflight.ts';
import { type WordsLook, type WordsProver, wordsProver } from './words/prove-pdf.ts';

/** What a PDF that was just made is held to. */
export interface PdfChecks {
  issue: Issue;
  record: PageRecord;
  faces: readonly Face[];
  /** How the press wants it; undefined where nothing goes to the press. */
  press: PressSettings | undefined;
  /** Whether all clauses that look at what its pages paint are asked. */
  whole: boolean;
  words: WordsProver;
}

/** The prover of the words of a build’s PDFs. What stands around the texts is held against the composed pages. */
export function wordsOfBuild(
  issue: Issue,
  record: PageRecord,
  press: PressSettings | undefined,
  style: Style,
  house: { templates: Templates; terms: TermsBook },
): WordsProver {
  return wordsProver({
    issue,
    record,
    hasCover: press?.cover === 'separate',
    coverSheet: async () => parseRendered(await coverSheet(issue, style, house, 0), 'templates/print/cover-sheet.ejs'),
    galley: async () => undefined,
    everyFile: false,
  });
}

/** What making the print PDF has told, at the manuscript’s line. */
const told = new Set<string>(['print-resolution', 'print-hairline']);

/** Checks a PDF that was just made: its fonts, the clauses of what it is built to, its words. Reports on `file`, which stands for it. */
export async function checkPdf(
  file: VFile,
  { path, pdf, texts }: FinishedPdf,
  { issue, record, faces, press, whole, words }: PdfChecks,
): Promise<void> {
  const asked = {
    profile: profileFor(path),
    folios: foliosOf(path, record, issue),
    faces: faces.map(({ data }) => postScriptName(data)),
    inkLimit: press?.inkLimit,
    black: press?.black,
    quick: !whole,
  };
  let read: { pdf: Pdf; look: WordsLook } | undefined;
  let start = 0;
  const { clauses, ...rest } = await preflight(pdf, asked, (opened) => {
    const look = words.look(path);
    read = { pdf: opened, look };
    start = performance.now();
    return [look.watcher];
  });
  reportPreflight(file, { ...rest, clauses: clauses.filter(({ rule }) => !told.has(rule)) });
  if (read && !clauses.some(({ rule, state }) => rule === 'pdf-readable' && state === 'failed'))
    await read.look.prove(read.pdf, { path, file, composed: texts });
  measureProof(start);
}
