/** A kind of picture that no edition can show, and how to convert it. */
export interface ForeignKind {
  name: string;
  fix: string;
}

const asPhoto = 'Open it in any program for photographs, and save it as a JPEG, or as a PNG if nothing may be lost.';
const asDrawing = (program: string) =>
  `Open it in ${program}, and save it as a plain SVG, or as a PNG of 300 pixels to the inch.`;

/** The signature of such files: one of some texts at an offset. */
const kinds: [name: string, fix: string, at: number, ...bytes: string[]][] = [
  ['a PDF', asDrawing('Inkscape'), 0, '%PDF'],
  ['a PostScript file (EPS)', asDrawing('Inkscape'), 0, '%!PS', '\xc5\xd0\xd3\xc6'],
  ['a metafile of Windows (EMF)', asDrawing('Inkscape or LibreOffice Draw'), 40, ' EMF'],
  ['a metafile of Windows (WMF)', asDrawing('Inkscape or LibreOffice Draw'), 0, '\xd7\xcd\xc6\x9a', '\x01\0\x09\0'],
  ['a TIFF', asPhoto, 0, 'II*\0', 'II+\0', 'MM\0*', 'MM\0+'],
  ['an AVIF', asPhoto, 4, 'ftypavi'],
  ['a HEIC', `${asPhoto} Telephones can be told to take JPEGs.`, 4, 'ftyphei', 'ftyphev', 'ftypmif', 'ftypmsf'],
  ['a JPEG 2000', asPhoto, 0, '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'],
  ['a JPEG XL', asPhoto, 0, '\xff\x0a', '\0\0\0\x0cJXL '],
  ['a BMP', asPhoto, 0, 'BM'],
  ['a file of Photoshop (PSD)', 'Save it from Photoshop as a JPEG or PNG.', 0, '8BPS'],
  ['an icon (ICO)', asPhoto, 0, '\0\0\x01\0'],
  ['a DjVu', asPhoto, 0, 'AT&TFORM'],
  ['a Word, Excel or ZIP file', 'Save the picture in it as a PNG, and name that.', 0, 'PK\x03\x04', '\xd0\xcf\x11\xe0'],
];

/** The kind of a file that web pages cannot show as a picture; undefined if it is unknown. */
export function foreignKind(data: Uint8Array): ForeignKind | undefined {
  // Letter for byte: what the Web calls latin1 is windows-1252.
  const head = Buffer.from(data.subarray(0, 64)).toString('latin1');
  const found = kinds.find(([, , at, ...texts]) => texts.some((text) => head.startsWith(text, at)));
  return found && { name: found[0], fix: found[1] };
}
