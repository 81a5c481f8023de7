import type { Characters } from './characters.ts';
import type { Glyph, Group } from './said-characters.ts';

/** A glyph that is part of what several are said to be, with the characters of that which are its own. */
export interface Part extends Glyph {
  text: string;
  /** Where that ends which shows it, and it alone; undefined where it is shown with others. */
  end: number | undefined;
}

/** Stands for nothing: what a glyph is that adds no character to the others, such as the dots of an Arabic letter. */
const nothing = '\u034f';

/**
 * Shares out what several glyphs are said to be among those of them whose own character is no part of it, or unknown: of “Ю́” the accent’s glyph for capitals is U+0301, of “і́” the dotless
 * i is і. In writing from right to left, the browser shows accents before their letter.
 */
export function partsOf({ text, glyphs }: Group, charactersOf: (glyph: Glyph) => Characters | undefined): Part[] {
  const left = [...text.normalize('NFD')];
  const strange = glyphs.filter((glyph) => {
    const known = charactersOf(glyph)?.get(Number.parseInt(glyph.code, 16));
    if (known === undefined || isUnknown(known)) return true;
    const its = [...known.normalize('NFD')];
    if (!its.every((character) => left.includes(character))) return true;
    for (const character of its) left.splice(left.indexOf(character), 1);
    return false;
  });
  if (/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text))
    strange.reverse();
  return strange.map(({ font, code, end, alone }, i) => {
    const own = i < strange.length - 1 ? left.splice(0, 1) : left;
    return { font, code, text: own.join('').normalize('NFC') || nothing, end: alone ? end : undefined };
  });
}

/** Whether what a font says of a glyph is no character (ISO 32000-2, 9.10.3; ISO 19005-2, 6.2.11.7.2). */
export function isUnknown(text: string): boolean {
  return text === '' || /[\0\ufffd\p{Noncharacter_Code_Point}\ufeff]/u.test(text);
}

/** Whether a glyph is said to stand for nothing. */
export function isNothing(text: string | undefined): boolean {
  return text === nothing;
}
