import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** A font in a PDF. */
export interface PdfFont {
  /** PostScript name, without the mark of a subset: `SourceSerif4-Regular`. */
  name: string;
  /** As ISO 32000-2, 9.6 and 9.7 call it: `TrueType`, `Type1`, `Type3`, and `CIDFontType0` or `CIDFontType2` for composite fonts. */
  type: string;
  embedded: boolean;
}

/** Reads which fonts a PDF has, by name. */
export async function fontsOf(pdf: Uint8Array): Promise<PdfFont[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const fonts = new Map<string, PdfFont>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || text(object, 'Type') !== 'Font' || text(object, 'Subtype') === 'Type0')
      continue;
    const font = read(object);
    fonts.set(`${font.name} ${font.type} ${font.embedded}`, font);
  }
  return [...fonts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, font]) => font);
}

/** The fonts that a composite font (Type0) is made of are listed by themselves. */
function read(font: PDFDict): PdfFont {
  const type = text(font, 'Subtype');
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const name = text(font, 'BaseFont') || (descriptor ? text(descriptor, 'FontName') : '');
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return { name: name.replace(/^[A-Z]{6}\+/, ''), type, embedded: embedded || type === 'Type3' };
}

function text(dictionary: PDFDict, key: string): string {
  return dictionary.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? '';
}
