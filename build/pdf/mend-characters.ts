import { PDFDict, type PDFDocument, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { type ContentWithResources, pageContents } from '../pdf-reading/content/page-contents.ts';
import type { ObjectChanges } from '../pdf-reading/file/lazy-objects.ts';
import { ownStreamData, withData } from '../pdf-reading/file/streams.ts';
import { type Characters, charactersOf, fontsIn, setCharacters } from './characters.ts';
import { glyphWidthsOf } from './glyph-widths.ts';
import { isNothing, isUnknown, type Part, partsOf } from './part-characters.ts';
import { inReadingOrder, isLeftward, type WidthOf } from './right-to-left.ts';
import { type Glyph, type Group, glyphsPlain, glyphsSaid, groupsSaid, type Said } from './said-characters.ts';

/** A font of whose glyphs something is said. */
interface Font {
  characters: Characters;
  /** What glyphs are said to be that is not their character, by their codes as they are written. */
  instead: Map<string, string>;
  /** The glyphs that stand for their character all the same, at times. */
  kept: Set<string>;
}

/** The content of a page, or of a form on one. */
interface Page {
  content: ContentWithResources;
  said: Said[];
  groups: Group[];
  leftward: boolean;
  fontOf: (glyph: Glyph) => Font | undefined;
}

/**
 * What has the glyphs of a document’s fonts stand for the characters that they are. Where a face uses a glyph for several characters, Chrome’s map has one of them, and the
 * page says around the glyph what else it is (`ActualText`): programs that do not read that find the letter ʼ for ’. A glyph that is always said to be something else
 * is made to stand for it; spaces that do not break are spaces; and what is only ever a part of what several glyphs are said to be is its share of it, where Chrome’s map has U+0000.
 * Words from right to left are put in the order in which they are read.
 */
export function mendingsOf(document: PDFDocument): ObjectChanges {
  const fonts = new Map<PDFRef, Font>();
  const contents = document.getPages().flatMap(pageContents);
  const pages = contents.map((content): Page => {
    const text = textOf(content);
    const [said, groups] = [glyphsSaid(text), groupsSaid(text)];
    const names = fontsIn(content.resources);
    for (const { font } of [...said, ...groups.flatMap(({ glyphs }) => glyphs)]) {
      const ref = names.get(font);
      if (ref && !fonts.has(ref))
        fonts.set(ref, { characters: charactersOf(document, ref), instead: new Map(), kept: new Set() });
    }
    return {
      content,
      said,
      groups,
      leftward: isLeftward(text),
      fontOf: ({ font }) => fonts.get(names.get(font) as PDFRef),
    };
  });
  for (const { said, fontOf } of pages) for (const glyph of said) learn(fontOf(glyph), glyph);
  const parts = pages.map(({ groups, fontOf }) =>
    groups.flatMap((group) => partsOf(group, (glyph) => fontOf(glyph)?.characters)),
  );
  pages.forEach(({ fontOf }, i) => {
    for (const part of parts[i] ?? []) learn(fontOf(part), part);
  });
  const codes = new Set([...fonts.values()].flatMap(({ instead }) => [...instead.keys()]));
  // Inflating a page twice takes less than keeping the text of all.
  for (const [i, { content, said, fontOf }] of codes.size > 0 ? pages.entries() : []) {
    const ends = new Set([...said.map(({ inside }) => inside[1]), ...(parts[i] ?? []).map(({ end }) => end ?? -1)]);
    for (const glyph of glyphsPlain(textOf(content), codes, ends)) fontOf(glyph)?.kept.add(glyph.code);
  }

  const mendings = new Map<PDFRef, (object: PDFObject) => PDFObject>();
  for (const [ref, { characters, instead, kept }] of fonts) {
    const anew = [...instead].filter(([code]) => !kept.has(code) || hasNone(characters, code));
    for (const [code, text] of anew) characters.set(Number.parseInt(code, 16), text);
    const unsaid = [...characters].filter(([, text]) => isUnknown(text));
    for (const [code] of unsaid) characters.delete(code);
    if (anew.length + unsaid.length > 0) mendings.set(ref, (font) => withCharacters(font, characters));
  }
  for (const { content, said, leftward, fontOf } of pages) {
    const needless = said.filter((glyph) => isKnown(fontOf(glyph), glyph));
    const widthOf = leftward ? widthsIn(document, content.resources) : undefined;
    if (needless.length > 0 || widthOf)
      mendings.set(content.ref, (stream) => turned(without(stream, needless), widthOf));
  }
  return mendings;
}

function textOf({ stream }: Pick<ContentWithResources, 'stream'>): string {
  const data = ownStreamData(stream);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
}

function learn(font: Font | undefined, glyph: Said | Part): void {
  if (!font) return;
  const { code, text } = glyph;
  const before = font.instead.get(code);
  if (isKnown(font, glyph) || (before !== undefined && before !== text && !isNothing(text) && !isNothing(before)))
    font.kept.add(code);
  else if (before === undefined || isNothing(before)) font.instead.set(code, text);
}

function hasNone(characters: Characters, code: string): boolean {
  return isUnknown(characters.get(Number.parseInt(code, 16)) ?? '');
}

/** Whether a glyph’s character is already what it is said to be. */
function isKnown(font: Font | undefined, { code, text }: Said | Part): boolean {
  const known = font?.characters.get(Number.parseInt(code, 16));
  return known === text || (known === ' ' && text === '\u00a0');
}

function withCharacters(font: PDFObject, characters: Characters): PDFObject {
  if (font instanceof PDFDict) setCharacters(font, characters);
  return font;
}

function widthsIn(document: PDFDocument, resources: PDFDict | undefined): WidthOf {
  const widths = new Map([...fontsIn(resources)].map(([name, ref]) => [name, glyphWidthsOf(document, ref)]));
  return (font, code) => widths.get(font)?.(code) ?? 0;
}

function turned(stream: PDFObject, widthOf: WidthOf | undefined): PDFObject {
  if (!widthOf || !(stream instanceof PDFRawStream)) return stream;
  return withData(stream, inReadingOrder(ownStreamData(stream), widthOf));
}

/** A content in which some glyphs are shown without what is said of them. */
function without(stream: PDFObject, some: readonly Said[]): PDFObject {
  if (some.length === 0 || !(stream instanceof PDFRawStream)) return stream;
  const content = ownStreamData(stream);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { around, inside } of some) {
    parts.push(content.subarray(at, around[0]), content.subarray(...inside));
    at = around[1];
  }
  return withData(stream, Buffer.concat([...parts, content.subarray(at)]));
}
