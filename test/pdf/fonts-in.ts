import { readFontIdentity } from '../../build/pdf-reading/content/font.ts';
import { fontDictsOf, readPdf } from '../../build/pdf-reading/read-pdf.ts';

/** The names of a PDF’s fonts, each once. */
export async function fontsIn(pdf: Uint8Array): Promise<string[]> {
  const fonts = fontDictsOf(await readPdf(pdf)).map(readFontIdentity);
  return [...new Set(fonts.map(({ name }) => name))].sort();
}
