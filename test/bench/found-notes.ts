import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A note, and the text before its call: letters alone. */
export interface NoteText {
  before: string;
  text: string;
}

/** What became of notes on pages. */
export interface FoundNotes {
  notes: number;
  /** Whose beginning or end is on no page. */
  lost: number;
  /** That begin on another page than their call. */
  misplaced: number;
}

/** So many letters tell a place from others. */
const telling = 24;

/** The letters of each page of a PDF, without white and hyphens. */
export async function wordsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(lettersOf(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await document.loadingTask.destroy();
  return pages;
}

/** Letters alone: what is hyphenated or set in other signs is the same. Programs that read PDFs take some quotation marks for modifier letters. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{Lu}\p{Ll}\p{Lo}]/gu, '')
    .toLowerCase();
}

/** Looks for notes on pages. One whose call is nowhere to be found whole, for a page is turned there, counts as in its place. */
export function findNotes(pages: readonly string[], notes: readonly NoteText[]): FoundNotes {
  let lost = 0;
  let misplaced = 0;
  for (const { before, text } of notes) {
    const begins = pages.filter((page) => page.includes(text.slice(0, telling)));
    const calls = pages.filter((page) => page.includes(before.slice(-telling)));
    if (begins.length === 0 || !pages.some((page) => page.includes(text.slice(-telling)))) lost++;
    else if (calls.length > 0 && !calls.some((page) => begins.includes(page))) misplaced++;
  }
  return { notes: notes.length, lost, misplaced };
}
