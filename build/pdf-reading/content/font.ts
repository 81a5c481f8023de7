import { PDFArray, type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { asDict, asName, asNumber, dictAt, itemsAt, nameAt, numberAt, textAt, valueAt } from '../file/objects.ts';
import { decodeStream } from '../file/stream-data.ts';
import { readToUnicode } from './to-unicode.ts';

/** The name and kind of a font. */
export interface FontIdentity {
  /** PostScript name without the prefix of a subset; empty if it has none. */
  name: string;
  /** `Type0`, `TrueType`, `Type1`, `MMType1`, `Type3`. */
  type: string;
  /** True if the font’s program is in the file, as with Type 3, which consists of its own drawings. */
  isEmbedded: boolean;
}

/** A font as its dictionary describes it. */
export interface PdfFont extends FontIdentity {
  /** The characters of its codes, by its ToUnicode map, if it has one. */
  unicode: ReadonlyMap<number, string> | undefined;
  /** True if the meaning of codes is known without that map, because the encoding names its glyphs. */
  hasGlyphNames: boolean;
  /** Splits a string’s bytes into codes. */
  codes(bytes: Uint8Array): number[];
  /** The width of a code’s glyph, in thousandths of the font size. */
  width(code: number): number;
  /** True if a code has no glyph, as far as the font’s dictionary shows. */
  isMissing(code: number): boolean;
}

/** Reads the name and kind of a font. `dict` is the dictionary that the resources name. */
export function readFontIdentity(dict: PDFDict): FontIdentity {
  const type = nameAt(dict, 'Subtype') ?? '';
  const { inner, descriptor } = partsOf(dict);
  const name = nameAt(inner, 'BaseFont') ?? nameAt(descriptor, 'FontName') ?? nameAt(inner, 'Name') ?? '';
  return {
    name: name.replace(/^[A-Z]{6}\+/, ''),
    type,
    isEmbedded: type === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => valueAt(descriptor, key)),
  };
}

/** Returns the font that a composite one is made of, or the font itself, and its descriptor. */
function partsOf(dict: PDFDict): { inner: PDFDict; descriptor: PDFDict | undefined } {
  const composite = nameAt(dict, 'Subtype') === 'Type0';
  const inner = composite ? (asDict(itemsAt(dict, 'DescendantFonts')[0]) ?? dict) : dict;
  return { inner, descriptor: dictAt(inner, 'FontDescriptor') };
}

/** Reads a font. `dict` is the dictionary that the resources name. */
export function readFont(dict: PDFDict): PdfFont {
  const { inner, descriptor } = partsOf(dict);
  const map = valueAt(dict, 'ToUnicode');
  const wide = nameAt(dict, 'Subtype') === 'Type0';
  const encoding = valueAt(dict, 'Encoding');
  const asWritten = !wide || /^Identity-/.test(asName(encoding) ?? '');
  const length = wide ? codeLength(encoding) : 1;
  return {
    ...readFontIdentity(dict),
    unicode: map instanceof PDFRawStream ? readToUnicode(decodeStream(map).data) : undefined,
    hasGlyphNames: wide ? isOfAdobeCollection(inner) : namesGlyphs(dict, descriptor),
    width: wide ? cidWidths(inner) : simpleWidths(dict),
    codes: (bytes) => (length === 2 ? pairs(bytes) : [...bytes]),
    // With a map other than Identity, the glyph of a code cannot be found from here.
    isMissing: wide ? (asWritten ? missingGlyphs(inner, descriptor) : () => false) : missingNames(encoding),
  };
}

/** Returns the widths of a composite font (ISO 32000-1, 9.7.4.3): `c [w …]`, or `first last w`. */
function cidWidths(font: PDFDict): PdfFont['width'] {
  const standard = numberAt(font, 'DW') ?? 1000;
  let widths: Map<number, number> | undefined;
  const read = () => {
    const found = new Map<number, number>();
    const list = valueAt(font, 'W');
    const items = list instanceof PDFArray ? list.asArray() : [];
    for (let i = 0; i + 1 < items.length; ) {
      const first = asNumber(items[i]) ?? 0;
      const next = font.context.lookup(items[i + 1]);
      if (next instanceof PDFArray) {
        for (const [k, width] of next.asArray().entries()) found.set(first + k, asNumber(width) ?? standard);
        i += 2;
      } else {
        const [last, width] = [Math.min(asNumber(next) ?? first, first + 0xffff), asNumber(items[i + 2]) ?? standard];
        for (let code = first; code <= last; code++) found.set(code, width);
        i += 3;
      }
    }
    return found;
  };
  return (code) => {
    widths ??= read();
    return widths.get(code) ?? standard;
  };
}

function simpleWidths(font: PDFDict): PdfFont['width'] {
  const first = numberAt(font, 'FirstChar') ?? 0;
  const widths = itemsAt(font, 'Widths').map(asNumber);
  return (code) => widths[code - first] ?? 500;
}

/**
 * True for a font of a character collection of Adobe’s for East Asia, whose codes are known by their numbers (ISO
 * 32000-1, 9.10.2).
 */
function isOfAdobeCollection(font: PDFDict): boolean {
  const system = dictAt(font, 'CIDSystemInfo');
  return textAt(system, 'Registry') === 'Adobe' && /^(GB1|CNS1|Japan1|Korea1)$/.test(textAt(system, 'Ordering') ?? '');
}

/**
 * Returns the bytes of a code: two, as nearly all programs write, except with a map in the file whose codes are all of
 * one.
 */
function codeLength(encoding: PDFObject | undefined): 1 | 2 {
  if (!(encoding instanceof PDFRawStream)) return 2;
  const ranges = /begincodespacerange([\s\S]*?)endcodespacerange/.exec(
    Buffer.from(decodeStream(encoding).data).toString('latin1'),
  )?.[1];
  return ranges !== undefined && /^(\s*<[\da-f]{2}>)+\s*$/i.test(ranges) ? 1 : 2;
}

function pairs(bytes: Uint8Array): number[] {
  const codes: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) codes.push(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  return codes;
}

function namesGlyphs(dict: PDFDict, descriptor: PDFDict | undefined): boolean {
  const encoding = valueAt(dict, 'Encoding');
  // A font of Latin letters has the standard encoding if it names none (9.6.6.1).
  const ofLetters =
    ((numberAt(descriptor, 'Flags') ?? 0) & 32) !== 0 || standardLetters.test(nameAt(dict, 'BaseFont') ?? '');
  if (!encoding) return ofLetters;
  const base = asName(encoding) ?? nameAt(asDict(encoding), 'BaseEncoding');
  const letters = itemsAt(asDict(encoding), 'Differences').flatMap((item) => asName(item) ?? []);
  const known = letters.every((name) => /^([A-Za-z]+|uni[\dA-F]{4}|u[\dA-F]{4,6})$/.test(name));
  return (
    known && (/^(WinAnsi|MacRoman|MacExpert|Standard)Encoding$/.test(base ?? '') || letters.length > 0 || ofLetters)
  );
}

/** The fonts that need not be in a file, without those of symbols (9.6.2.2). */
const standardLetters = /^(Helvetica|Times|Courier)(-|$)/;

/**
 * Returns a test for missing glyphs: glyph 0 is shown for characters that a font does not have (ISO 32000-1, 9.7.6.3),
 * and so is a number beyond its last.
 */
function missingGlyphs(font: PDFDict, descriptor: PDFDict | undefined): (code: number) => boolean {
  const map = valueAt(font, 'CIDToGIDMap');
  const places = map instanceof PDFRawStream ? decodeStream(map).data : undefined;
  let count: number | undefined;
  return (code) => {
    const glyph = places ? ((places[2 * code] ?? 0) << 8) | (places[2 * code + 1] ?? 0) : code;
    count ??= glyphCountOf(valueAt(descriptor, 'FontFile2'));
    return glyph === 0 || glyph >= count;
  };
}

/** Returns the number of glyphs of a TrueType font, by its table `maxp`; Infinity if it does not say. */
function glyphCountOf(program: PDFObject | undefined): number {
  if (!(program instanceof PDFRawStream)) return Infinity;
  const { data } = decodeStream(program);
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 12; at + 16 <= view.length && at < 12 + 16 * 64; at += 16) {
    const start = view.readUInt32BE(at + 8);
    if (view.toString('latin1', at, at + 4) === 'maxp' && start + 6 <= view.length) return view.readUInt16BE(start + 4);
  }
  return Infinity;
}

/**
 * Returns a test for codes whose glyph is named `.notdef`, and for control characters in an encoding of letters (Annex
 * D).
 */
function missingNames(encoding: PDFObject | undefined): (code: number) => boolean {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of itemsAt(asDict(encoding), 'Differences')) {
    const name = asName(item);
    if (name === undefined) code = asNumber(item) ?? code;
    else names.set(code++, name);
  }
  const base = asName(encoding) ?? nameAt(asDict(encoding), 'BaseEncoding');
  const ofLetters = /^(WinAnsi|MacRoman)Encoding$/.test(base ?? '');
  return (one) => (names.get(one) ?? (ofLetters && one < 32 ? '.notdef' : '')) === '.notdef';
}
