import type { VFile } from 'vfile';
import type { PressSettings } from '../pdf/press/press-settings.ts';
import type { Pdf } from '../pdf-reading/read-pdf.ts';
import type { PageRecord } from '../record/schema.ts';
import { measureProof } from '../words/measure-proof.ts';
import { foliosFor, type PdfPart, profileFor } from './pdf/pdf-part.ts';
import { preflight } from './pdf/preflight.ts';
import { reportPreflight } from './pdf/report-preflight.ts';
import type { WordsProof, WordsProver } from './words/prove-pdf.ts';

/** A PDF that was just made. */
export interface MadePdf {
  /** In the folder. */
  path: string;
  part: PdfPart;
  /** The file that diagnostics are put on. */
  file: VFile;
  bytes: Uint8Array;
  /** The words of each page as it was composed, if its pages are those. */
  texts?: readonly string[] | undefined;
}

/** The expectations that a PDF that was just made is checked against. */
export interface PdfChecks {
  record: PageRecord;
  /** PostScript names of the style’s faces. */
  faces: readonly string[];
  /** The printer's settings; undefined if nothing goes to the press. */
  press: Pick<PressSettings, 'inkLimit' | 'black'> | undefined;
  /** Whether all clauses about the painted contents of pages are checked. */
  whole: boolean;
  /** True for a part of a PDF, whose frame is made for the check alone. */
  isPart?: boolean;
  /** True for an issue that is not out, whose offprints have no folios. */
  isAhead?: boolean | undefined;
  words: WordsProver;
}

/** Rules whose findings were reported when the print PDF was made, at the manuscript’s line. */
const reportedBefore = new Set<string>(['print-resolution', 'print-hairline']);

/**
 * Checks the frame of a PDF that was linked from parts which are clean: what it claims, its labels, bookmarks and
 * targets, the sizes of its pages.
 */
export async function checkFrame(
  { part, file, bytes }: MadePdf,
  { record, press }: Pick<PdfChecks, 'record' | 'press'>,
): Promise<void> {
  const about = { profile: profileFor(part), folios: foliosFor(part, record), inkLimit: press?.inkLimit };
  reportPreflight(file, await preflight(bytes, { ...about, quick: true, frame: 'only' }));
}

/** Checks a PDF that was just made: its fonts, the clauses of its profile, its words. */
export async function checkPdf(
  { path, part, file, bytes, texts }: MadePdf,
  { record, faces, press, whole, words, isPart = false, isAhead }: PdfChecks,
): Promise<void> {
  const options = {
    profile: profileFor(part),
    folios: foliosFor(part, record, isAhead),
    faces,
    inkLimit: press?.inkLimit,
    black: press?.black,
    quick: !whole,
    frame: isPart ? ('ignored' as const) : undefined,
  };
  let read: { pdf: Pdf; look: WordsProof } | undefined;
  let start = 0;
  const { clauses, ...rest } = await preflight(bytes, options, (opened) => {
    const look = words.begin(part);
    read = { pdf: opened, look };
    start = performance.now();
    return [look.watcher];
  });
  reportPreflight(file, { ...rest, clauses: clauses.filter(({ rule }) => !reportedBefore.has(rule)) });
  if (read && !clauses.some(({ rule, state }) => rule === 'pdf-readable' && state === 'failed'))
    await read.look.prove(read.pdf, { path, file, composed: texts });
  measureProof(start);
}
