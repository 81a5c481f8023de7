import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { spaced } from '../../words/compare-texts.ts';
import { departures } from '../../words/departures.ts';
import { fold, lettersIn, type NormalizedText } from '../../words/normalized-text.ts';
import { bodySign } from './galley-texts.ts';
import { placeOfWords } from './place-of-words.ts';
import { countOf, pageUnread, type ReadAloud } from './read-aloud.ts';
import { fix, moved, twice, unread } from './what-became.ts';

/** What stands around texts: titles, names, keywords, notes on authors; the pages before the articles. */
export interface Around {
  /** Of the PDF, in diagnostics. */
  name: string;
  said: ReadAloud;
  /** Where its words may have been written, the likeliest first. */
  files: readonly VFile[];
  /** What the tags have. */
  read: NormalizedText;
  /** What the print document has, piece by piece. */
  pieces: readonly string[];
  /** The letters and signs of the text that `bodySign` stands for, which the tags have in one run. */
  body: string;
}

/** So many letters are no label that a style puts in. */
const telling = 12;

/**
 * Proves that tags have what a print document says around the texts, once and in order. What a style adds may stand between, and what it does not show need not be read. Reports the
 * first fault, in the file that has the words. Returns whether there is none.
 */
export function proveAround({ name, said, files, read, pieces, body }: Around): boolean {
  const texts = pieces.map((piece) => (piece === bodySign ? body && bodySign : lettersIn(fold(piece))));
  const wanted = texts.join('');
  const all = departures(wanted, withoutBody(read, body));
  const known = wanted + lettersIn(body);
  const more = all.map((one) => one.more).join('\n');
  for (const { at, lost, more: extra } of all) {
    let from = 0;
    for (const [i, text] of texts.entries()) {
      const part = wanted.slice(Math.max(at, from), Math.min(at + lost.length, from + text.length));
      from += text.length;
      // Where a departure begins may be told wrong by a letter or two that are the same by chance.
      if (part === '' || (part.length < 4 && part !== lost)) continue;
      const before = part.length < 4 ? wanted.slice(Math.max(0, at - telling), at) : '';
      const page = pageUnread(said, (before + part).slice(0, 24), 24);
      const piece = pieces[i] ?? '';
      if (page !== undefined) return tell([piece], unread(page, name, shown(i, at + lost.length)));
      const core = part.length > 6 ? part.slice(1, -1) : part;
      if (core.length >= 4 && more.includes(core)) return tell([piece], moved(name, piece.trim().slice(0, 60)));
    }
    const start = extra.slice(0, telling);
    const times = countOf(start, known);
    if (start.length === telling && times > 0 && countOf(start, lettersIn(read.letters)) > times)
      return tell([start], twice(name, wordsOf(read, start)));
  }
  return true;

  /** The pieces from one on, as far as the letters up to some place. */
  function shown(first: number, end: number): string {
    let last = first;
    while (last + 1 < texts.length && texts.slice(0, last + 1).join('').length < end - 3) last++;
    return pieces
      .slice(first, last + 1)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60);
  }

  function tell(words: readonly string[], found: string): boolean {
    const { file = files[0], at } = placeOfWords(files, words) ?? {};
    if (file)
      report(file, 'words-kept', {
        at,
        found,
        expected: 'every word read aloud once, in the order of the manuscripts',
        fix,
      });
    return false;
  }
}

function withoutBody({ letters }: NormalizedText, body: string): string {
  const at = letters.indexOf(body);
  if (body === '' || at < 0) return lettersIn(letters);
  return lettersIn(letters.slice(0, at)) + bodySign + lettersIn(letters.slice(at + body.length));
}

/** Letters with what stands between them, and after. */
function wordsOf(normalized: NormalizedText, start: string): string {
  for (
    let at = normalized.letters.lastIndexOf(start.charAt(0));
    at >= 0;
    at = normalized.letters.lastIndexOf(start.charAt(0), at - 1)
  ) {
    if (lettersIn(normalized.letters.slice(at, at + 60)).startsWith(start)) return spaced(normalized, at, at + 48);
    if (at === 0) break;
  }
  return start;
}
