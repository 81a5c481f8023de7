import { VFile } from 'vfile';
import { provePageWords } from '../../../build/check/words/page-words.ts';
import { paintedTextsOf } from '../../../build/check/words/painted-texts.ts';
import { readPdf } from '../../../build/pdf-reading/read-pdf.ts';

/** Returns the reports about a PDF whose pages should have these words. */
export async function wordFaults(pdf: Uint8Array, pages: readonly string[]): Promise<string[]> {
  const file = new VFile();
  provePageWords(file, { name: 'x.pdf', ...paintedTextsOf(await readPdf(pdf)) }, pages);
  return file.messages.map(({ reason, expected }) => `${reason}: ${expected}`);
}
