import type { InlineRun } from './inline-run.ts';

/**
 * Makes dashes of hyphens: `--` an en dash, `---` an em dash; a spaced `-` or `--` the language’s dash for a break in the sentence; a
 * hyphen between two pages or two years an en dash. Three full stops become an ellipsis. A spaced dash stays on the line of the word before it.
 */
export function setDashes({ text, langs, cells }: InlineRun): void {
  for (const match of text.matchAll(/(?<=^|[^-])(-{1,3})(?=[^-]|$)/g)) {
    const i = match.index;
    const hyphens = match[1] as string;
    const spaced = /\s/.test(text[i - 1] ?? '') && /\s/.test(text[i + hyphens.length] ?? '');
    if (hyphens.length === 1 && !spaced) continue;
    // `--root` is an option of a command, not a dash.
    if (!spaced && hyphens.length === 2 && /\s|^$/.test(text[i - 1] ?? '') && /\p{L}/u.test(text[i + 2] ?? ''))
      continue;
    put(i, hyphens.length, hyphens.length === 3 ? '—' : spaced ? breakDash(langs[i]) : '–');
  }
  for (const pattern of [pageRange, yearRange]) {
    for (const match of text.matchAll(pattern)) {
      for (const hyphen of match[0].matchAll(/(?<=\d)-(?=\d)/g)) cells[match.index + hyphen.index] = '–';
    }
  }
  for (const match of text.matchAll(/(?<!\.)\.\.\.(?!\.)/g)) put(match.index, 3, '…');
  for (const match of text.matchAll(/(?<=\S)[ \n](?=(-{1,3}|[–—])\s)/g)) cells[match.index] = '\u00a0';

  function put(from: number, length: number, value: string): void {
    cells[from] = value;
    for (let i = from + 1; i < from + length; i++) cells[i] = '';
  }
}

/** `pp. 12-15, 20-22`, `с. 8-10`, `С. 8-10`, `S. 5-7` */
const pageRange = /(?<![\p{L}\d])(?:pp?|[сСcC]{1,2}|[сС]тор|[сС]тр|S|ff?)\.\s?\d+-\d+(?:,\s?\d+(?:-\d+)?)*/gu;
/** `1990-1995`, but not an ISSN, whose halves are no two years, nor `2015-09`. */
const yearRange = /(?<![\d-])(?<!ISSN[^\d.;]{0,12})(1[5-9]\d\d|20\d\d)-(1[5-9]\d\d|20\d\d)(?![\d-])/g;

function breakDash(lang = 'en'): string {
  return /^(uk|ru|be|fr)/.test(lang) ? '—' : '–';
}
