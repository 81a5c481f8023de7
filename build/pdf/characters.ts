import { type PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { ownStreamData } from '../pdf-reading/file/streams.ts';

/**
 * The characters of a font’s glyphs, by code, from its `ToUnicode` map (ISO 32000-1, 9.10.3). Chrome’s codes have two
 * bytes.
 */
export type Characters = Map<number, string>;

/** The fonts in the resources of a page or a form, by their names there without the slash. */
export function fontsIn(resources: PDFDict | undefined): Map<string, PDFRef> {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const found = new Map<string, PDFRef>();
  for (const [name, ref] of fonts?.entries() ?? []) if (ref instanceof PDFRef) found.set(name.decodeText(), ref);
  return found;
}

/** The characters of a font; empty where the font has no map. */
export function charactersOf(context: PDFContext, font: PDFRef): Characters {
  const map = context.lookup(font, PDFDict).lookup(PDFName.of('ToUnicode'));
  return map instanceof PDFRawStream ? readMap(Buffer.from(ownStreamData(map)).toString('latin1')) : new Map();
}

/** Replaces a font’s map of characters, by a stream that is compressed when the document is written. */
export function setCharacters(font: PDFDict, characters: Characters): void {
  const { context } = font;
  const data = Buffer.from(writeMap(characters), 'latin1');
  font.set(PDFName.of('ToUnicode'), context.register(PDFRawStream.of(context.obj({}), data)));
}

function readMap(text: string): Characters {
  const characters: Characters = new Map();
  for (const [, body = ''] of text.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', value = ''] of body.matchAll(/<(\w+)>\s*<(\w*)>/g))
      characters.set(Number.parseInt(code, 16), fromUtf16(value));
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', value, list = ''] of body.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])/gs,
    )) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const listed = [...list.matchAll(/<(\w+)>/g)].map(([, one = '']) => fromUtf16(one));
      const start = value === undefined ? '' : fromUtf16(value);
      const end = start.codePointAt(start.length - 1) ?? 0;
      for (let code = first; code <= last; code++) {
        const counted = start.slice(0, -1) + String.fromCodePoint(end + code - first);
        characters.set(code, value === undefined ? (listed[code - first] ?? '') : counted);
      }
    }
  }
  return characters;
}

function writeMap(characters: Characters): string {
  const hex = (code: number) => code.toString(16).padStart(4, '0');
  const lines = [...characters]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`);
  const blocks: string[] = [];
  // The standard allows at most a hundred in a block.
  for (let i = 0; i < lines.length; i += 100) {
    const some = lines.slice(i, i + 100);
    blocks.push(`${some.length} beginbfchar`, ...some, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex.padStart(4, '0'), 'hex').swap16().toString('utf16le');
}
