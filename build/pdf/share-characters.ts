import { rightToLeftLetter } from '../text/language-tag.ts';
import type { Glyph, GlyphGroup } from './actual-characters.ts';
import type { Characters } from './characters.ts';

/** A glyph among several with one `ActualText`, with its own share of that text. */
export interface CharacterShare extends Glyph {
  text: string;
  /** The end of the operator that shows the glyph alone; undefined where it is shown together with others. */
  end: number | undefined;
}

/** The mark of a glyph that adds no character to the others, such as the dots of an Arabic letter. */
const nothing = '\u034f';

/**
 * Divides the `ActualText` of several glyphs among those whose own character is unknown or not in it: of “Ю́” the
 * accent’s glyph for capitals gets U+0301, of “і́” the dotless i gets і. In writing from right to left, the browser
 * shows accents before their letter.
 */
export function shareCharacters(
  { text, glyphs }: GlyphGroup,
  charactersOf: (glyph: Glyph) => Characters | undefined,
): CharacterShare[] {
  const left = [...text.normalize('NFD')];
  const strange = glyphs.filter((glyph) => {
    const known = charactersOf(glyph)?.get(Number.parseInt(glyph.code, 16));
    if (known === undefined || isUnknown(known)) return true;
    const its = [...known.normalize('NFD')];
    if (!its.every((character) => left.includes(character))) return true;
    for (const character of its) left.splice(left.indexOf(character), 1);
    return false;
  });
  if (rightToLeftLetter.test(text)) strange.reverse();
  return strange.map(({ font, code, end, alone }, i) => {
    const own = i < strange.length - 1 ? left.splice(0, 1) : left;
    return { font, code, text: own.join('').normalize('NFC') || nothing, end: alone ? end : undefined };
  });
}

/** True if a font’s text for a glyph is not a character (ISO 32000-2, 9.10.3; ISO 19005-2, 6.2.11.7.2). */
export function isUnknown(text: string): boolean {
  return text === '' || /[\0\ufffd\p{Noncharacter_Code_Point}\ufeff]/u.test(text);
}

/** True for the text of a glyph that adds no character. */
export function isNothing(text: string | undefined): boolean {
  return text === nothing;
}
