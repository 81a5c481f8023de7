import { labelBeginnings } from '../text/label-words.ts';

/** A kind of word that keeps together: the label of a number (Figure 1), or a name by its initials. */
export type KeptAs = 'label' | 'name' | undefined;

/**
 * Finds whether the word of a text from one index to another keeps together where it stands. Most words are next to no
 * figure and no no-break space, and are not searched.
 */
export function keptAs(text: string, from: number, to: number): KeptAs {
  const space = text.charCodeAt(to);
  if (space === noBreak) {
    const after = text.slice(to + 1, to + 8);
    if (numberAfter.test(after)) return 'label';
    if (initialsAfter.test(after)) return 'name';
  } else if (space === 0x20) {
    const next = text.charCodeAt(to + 1);
    const figure = next >= 0x30 && next <= 0x39;
    if (figure && smallNumberAfter.test(text.slice(to + 1, to + 5)) && label.test(text.slice(from, to))) return 'label';
  }
  if (text.charCodeAt(from - 1) === noBreak && initialsBefore.test(text.slice(Math.max(0, from - 6), from - 1)))
    return 'name';
  return undefined;
}

const noBreak = 0xa0;
/** 1, A1, IV. */
const numberAfter = /^(?:\p{Lu}?\d|[IVXLCDM]+(?![\p{L}.]))/u;
const initialsAfter = /^\p{Lu}\p{Ll}?\./u;
const initialsBefore = /(?<!\p{L})\p{Lu}\p{Ll}?\.$/u;
/** A number as labels have them: no year, and nothing larger. */
const smallNumberAfter = /^\d{1,3}(?!\d)/;
/** What may be a label, in any language: a word with a capital, or one that begins as such words do. */
const label = new RegExp(`^[(«„“"[]*(?:\\p{Lu}\\p{Ll}{3}|${labelBeginnings})`, 'u');
