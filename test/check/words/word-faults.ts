import { VFile } from 'vfile';
import { provePageWords } from '../../../build/check/words/page-words.ts';
import { textsOf } from '../../../build/check/words/painted-texts.ts';
import { readPdf } from '../../../build/pdf-reading/read-pdf.ts';

/** What is said where the pages of a PDF have not these words. */
export async function wordFaults(pdf: Uint8Array, pages: readonly string[]): Promise<string[]> {
  const file = new VFile();
  provePageWords(file, { name: 'x.pdf', ...textsOf(await readPdf(pdf)) }, pages);
  return file.messages.map(({ reason, expected }) => `${reason}: ${expected}`);
}
