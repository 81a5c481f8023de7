import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';

/**
 * Reports invisible characters: those that no edition can hold, and those that break words for a search. Each character
 * is reported once, with a count.
 */
export function checkCharacters(file: VFile): void {
  const text = String(file.value ?? '');
  if (!suspect.test(text)) return;
  const found = new Map<string, { line: number; column: number; count: number }>();
  let line = 1;
  let start = 0;
  for (const match of text.matchAll(new RegExp(`\\n|${suspect.source}`, 'gu'))) {
    const [character] = match;
    if (character === '\n') {
      line++;
      start = match.index + 1;
    } else {
      const first = found.get(character);
      if (first) first.count++;
      else found.set(character, { line, column: match.index - start + 1, count: 1 });
    }
  }
  for (const [character, { count, ...at }] of found) {
    const code = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    // Direction overrides reverse letters that have a direction of their own, so that a PDF holds them in the wrong
    // order.
    const forbidden = /[\p{Cc}\p{Noncharacter_Code_Point}\ufffd\u202d\u202e]/u.test(character);
    report(file, forbidden ? 'character-allowed' : 'character-hidden', {
      at,
      found: `${names[character] ?? (forbidden ? 'A control character' : 'A mark of text direction')}, ${code}${count > 1 ? `, ${count} times; the first is here` : ''}`,
      fix: character === '\ufffd' ? 'Look the letter up in the author’s file.' : 'Remove it.',
    });
  }
}

/** A character that may have to be reported, other than an end of a line or a tab. */
const suspect =
  /[\p{Noncharacter_Code_Point}\ufffd\u00ad\u200b\u2028\u2029\u2060\ufeff\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}/u;

const names: Record<string, string> = {
  '\u000c': 'A page break',
  '\u00ad': 'A soft hyphen',
  '\u200b': 'A space without width',
  '\u2028': 'A line separator',
  '\u2029': 'A paragraph separator',
  '\u202d': 'A mark that forces text to run to the right',
  '\u202e': 'A mark that forces text to run to the left',
  '\u2060': 'A word joiner',
  '\ufeff': 'A space without width',
  '\ufffd': 'The sign for a letter that was lost',
};
