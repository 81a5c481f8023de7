import { PDFDict, type PDFDocument, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { type ContentWithResources, pageContents } from '../pdf-reading/content/page-contents.ts';
import type { ObjectChanges } from '../pdf-reading/file/lazy-objects.ts';
import { ownStreamData, withData } from '../pdf-reading/file/streams.ts';
import {
  type Glyph,
  type GlyphGroup,
  type GlyphWithActualText,
  glyphsWithActualText,
  glyphsWithoutActualText,
  groupsWithActualText,
} from './actual-characters.ts';
import { type Characters, charactersOf, fontsIn, setCharacters } from './characters.ts';
import { glyphWidthsOf } from './glyph-widths.ts';
import { type GlyphAdvance, hasRightToLeft, inReadingOrder } from './right-to-left.ts';
import { type CharacterShare, isNothing, isUnknown, shareCharacters } from './share-characters.ts';

/** A font with glyphs that have an `ActualText`. */
interface MendedFont {
  characters: Characters;
  /** The text of glyphs whose `ActualText` differs from their character, by their codes as written. */
  instead: Map<string, string>;
  /** The glyphs that also occur as their own character. */
  kept: Set<string>;
}

/** The content of a page, or of a form on one, and its `ActualText`s. */
interface PageContent {
  content: ContentWithResources;
  said: GlyphWithActualText[];
  groups: GlyphGroup[];
  leftward: boolean;
  fontOf: (glyph: Glyph) => MendedFont | undefined;
}

/**
 * The changes that correct the characters of a document’s glyphs. Where a face uses one glyph for several characters,
 * Chrome’s map has one of them, and the page gives the right one around the glyph (`ActualText`): programs that ignore
 * it find the letter ʼ for ’. A glyph whose `ActualText` is always the same other text is mapped to that text, and
 * no-break spaces count as spaces. A glyph that occurs only as a part of several glyphs with an `ActualText`, where
 * Chrome’s map has U+0000, is mapped to its share of the text. Words from right to left are put into the order of
 * reading.
 */
export function characterMendings(document: PDFDocument): ObjectChanges {
  const fonts = new Map<PDFRef, MendedFont>();
  const contents = document.getPages().flatMap(pageContents);
  const pages = contents.map((content): PageContent => {
    const text = textOf(content);
    const [said, groups] = [glyphsWithActualText(text), groupsWithActualText(text)];
    const names = fontsIn(content.resources);
    for (const { font } of [...said, ...groups.flatMap(({ glyphs }) => glyphs)]) {
      const ref = names.get(font);
      if (ref && !fonts.has(ref))
        fonts.set(ref, { characters: charactersOf(document.context, ref), instead: new Map(), kept: new Set() });
    }
    return {
      content,
      said,
      groups,
      leftward: hasRightToLeft(text),
      fontOf: ({ font }) => fonts.get(names.get(font) as PDFRef),
    };
  });
  for (const { said, fontOf } of pages) for (const glyph of said) learn(fontOf(glyph), glyph);
  const parts = pages.map(({ groups, fontOf }) =>
    groups.flatMap((group) => shareCharacters(group, (glyph) => fontOf(glyph)?.characters)),
  );
  pages.forEach(({ fontOf }, i) => {
    for (const part of parts[i] ?? []) learn(fontOf(part), part);
  });
  const codes = new Set([...fonts.values()].flatMap(({ instead }) => [...instead.keys()]));
  // Decompressing a page twice costs less than keeping the text of all pages.
  for (const [i, { content, said, fontOf }] of codes.size > 0 ? pages.entries() : []) {
    const ends = new Set([...said.map(({ inside }) => inside[1]), ...(parts[i] ?? []).map(({ end }) => end ?? -1)]);
    for (const glyph of glyphsWithoutActualText(textOf(content), codes, ends)) fontOf(glyph)?.kept.add(glyph.code);
  }

  const mendings = new Map<PDFRef, (object: PDFObject) => PDFObject>();
  for (const [ref, { characters, instead, kept }] of fonts) {
    const changed = [...instead].filter(([code]) => !kept.has(code) || hasNone(characters, code));
    for (const [code, text] of changed) characters.set(Number.parseInt(code, 16), text);
    const unknown = [...characters].filter(([, text]) => isUnknown(text));
    for (const [code] of unknown) characters.delete(code);
    if (changed.length + unknown.length > 0) mendings.set(ref, (font) => withCharacters(font, characters));
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

function learn(font: MendedFont | undefined, glyph: GlyphWithActualText | CharacterShare): void {
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

/** True if a glyph’s character is already its `ActualText`. */
function isKnown(font: MendedFont | undefined, { code, text }: GlyphWithActualText | CharacterShare): boolean {
  const known = font?.characters.get(Number.parseInt(code, 16));
  return known === text || (known === ' ' && text === '\u00a0');
}

function withCharacters(font: PDFObject, characters: Characters): PDFObject {
  if (font instanceof PDFDict) setCharacters(font, characters);
  return font;
}

function widthsIn(document: PDFDocument, resources: PDFDict | undefined): GlyphAdvance {
  const widths = new Map([...fontsIn(resources)].map(([name, ref]) => [name, glyphWidthsOf(document.context, ref)]));
  return (font, code) => widths.get(font)?.(code) ?? 0;
}

function turned(stream: PDFObject, widthOf: GlyphAdvance | undefined): PDFObject {
  if (!widthOf || !(stream instanceof PDFRawStream)) return stream;
  return withData(stream, inReadingOrder(ownStreamData(stream), widthOf));
}

/** A content without the `ActualText` of some glyphs. */
function without(stream: PDFObject, some: readonly GlyphWithActualText[]): PDFObject {
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
