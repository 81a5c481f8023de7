import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { asDict, asName, dictAt, itemsAt, nameAt, valueAt } from './objects.ts';
import { streamData } from './stream-data.ts';
import { readToUnicode } from './to-unicode.ts';

/** A font as its dictionary tells of it. */
export interface Font {
  /** PostScript name without the mark of a subset; empty where it has none. */
  name: string;
  /** `Type0`, `TrueType`, `Type1`, `MMType1`, `Type3`. */
  type: string;
  /** Whether the font’s program is in the file; a Type 3 font is its own. */
  embedded: boolean;
  /** What its codes mean, where it says so. */
  unicode: ReadonlyMap<number, string> | undefined;
  /** Whether the meaning of its codes is known without that: an encoding of letters by their names. */
  named: boolean;
  /** Reads a string’s bytes as codes. */
  codes(bytes: Uint8Array): number[];
  /** Whether a code has no glyph, as far as the font’s dictionary tells. */
  isMissing(code: number): boolean;
}

/** Reads a font. `dict` is what the resources name. */
export function readFont(dict: PDFDict): Font {
  const type = nameAt(dict, 'Subtype') ?? '';
  const inner = type === 'Type0' ? (asDict(itemsAt(dict, 'DescendantFonts')[0]) ?? dict) : dict;
  const descriptor = dictAt(inner, 'FontDescriptor');
  const name = nameAt(inner, 'BaseFont') ?? nameAt(descriptor, 'FontName') ?? nameAt(inner, 'Name') ?? '';
  const map = valueAt(dict, 'ToUnicode');
  const wide = type === 'Type0';
  const encoding = valueAt(dict, 'Encoding');
  return {
    name: name.replace(/^[A-Z]{6}\+/, ''),
    type,
    embedded: type === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => valueAt(descriptor, key)),
    unicode: map instanceof PDFRawStream ? readToUnicode(streamData(map).data) : undefined,
    named: !wide && isNamed(dict),
    codes: (bytes) => (wide ? pairs(bytes) : [...bytes]),
    isMissing: wide ? missingGlyphs(inner) : missingNames(asDict(encoding)),
  };
}

/** Chrome, and nearly everybody, writes two bytes a code (Identity-H). */
function pairs(bytes: Uint8Array): number[] {
  const codes: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) codes.push(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  return codes;
}

function isNamed(dict: PDFDict): boolean {
  const encoding = valueAt(dict, 'Encoding');
  const base = asName(encoding) ?? nameAt(asDict(encoding), 'BaseEncoding');
  const letters = itemsAt(asDict(encoding), 'Differences').flatMap((item) => asName(item) ?? []);
  const known = letters.every((name) => /^([A-Za-z]+|uni[\dA-F]{4}|u[\dA-F]{4,6})$/.test(name));
  return known && (/^(WinAnsi|MacRoman|MacExpert)Encoding$/.test(base ?? '') || (letters.length > 0 && !base));
}

/** Glyph 0 stands for what a font has not (ISO 32000-1, 9.7.6.3). */
function missingGlyphs(font: PDFDict): (code: number) => boolean {
  const map = valueAt(font, 'CIDToGIDMap');
  if (!(map instanceof PDFRawStream)) return (code) => code === 0;
  const { data } = streamData(map);
  return (code) => ((data[2 * code] ?? 0) | (data[2 * code + 1] ?? 0)) === 0;
}

function missingNames(encoding: PDFDict | undefined): (code: number) => boolean {
  const missing = new Set<number>();
  let code = 0;
  for (const item of itemsAt(encoding, 'Differences')) {
    const name = asName(item);
    if (name === undefined) code = item && 'asNumber' in item ? (item as { asNumber(): number }).asNumber() : code;
    else if (name === '.notdef') missing.add(code++);
    else code++;
  }
  return (one) => missing.has(one);
}
