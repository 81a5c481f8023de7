import type { InlineRun } from './inline-run.ts';

/**
 * Makes dashes of hyphens: `--` an en dash, `---` an em dash; a spaced `-` or `--` the language’s dash for a break in
 * the sentence, also at its beginning. Three full stops become an ellipsis. A spaced dash stays on the line of the word
 * before it.
 */
export function setDashes({ text, langs, cells }: InlineRun): void {
  for (const match of text.matchAll(/(?<=^|[^-])(-{1,3})(?=[^-]|$)/g)) {
    const i = match.index;
    const hyphens = match[1] as string;
    // At the beginning of a paragraph, nothing stands before it.
    const begins = i === 0 && hyphens.length === 2;
    const spaced = (begins || /\s/.test(text[i - 1] ?? '')) && /\s/.test(text[i + hyphens.length] ?? '');
    if (hyphens.length === 1 && !spaced) continue;
    // `--root` is an option of a command, not a dash.
    if (!spaced && hyphens.length === 2 && /\s|^$/.test(text[i - 1] ?? '') && /\p{L}/u.test(text[i + 2] ?? ''))
      continue;
    put(i, hyphens.length, hyphens.length === 3 ? '—' : spaced ? breakDash(langs[i]) : '–');
  }
  for (const match of text.matchAll(/(?<!\.)\.\.\.(?!\.)/g)) put(match.index, 3, '…');
  for (const match of text.matchAll(/(?<=\S)[ \n](?=(-{1,3}|[–—])\s)/g)) cells[match.index] = '\u00a0';

  function put(from: number, length: number, value: string): void {
    cells[from] = value;
    for (let i = from + 1; i < from + length; i++) cells[i] = '';
  }
}

function breakDash(lang = 'en'): string {
  return /^(uk|ru|be|fr)/.test(lang) ? '—' : '–';
}
