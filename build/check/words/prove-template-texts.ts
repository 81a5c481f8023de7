import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { spacedText } from '../../words/compare-texts.ts';
import { diffTexts } from '../../words/diff-texts.ts';
import { fold, lettersIn, type NormalizedText } from '../../words/normalized-text.ts';
import { movedMessage, rebuildFix, repeatedMessage, untaggedMessage } from './explain-missing-text.ts';
import { findWordsInFiles } from './find-words-in-files.ts';
import { bodyPlaceholder } from './galley-texts.ts';
import { countOccurrences, pageWithUntagged, type ReadAloud } from './read-aloud.ts';

/**
 * The input of {@link proveTemplateTexts}: the texts around articles (titles, names, keywords, notes on authors), or
 * those of the pages before the articles.
 */
export interface TemplateTexts {
  /** The name of the PDF in diagnostics. */
  name: string;
  readAloud: ReadAloud;
  /** The files that may have its words, the likeliest first. */
  files: readonly VFile[];
  /** The text of the tags. */
  read: NormalizedText;
  /** The texts of the print document, piece by piece. */
  pieces: readonly string[];
  /** The characters of the body, for which `bodyPlaceholder` stands, and which the tags have in one run. */
  body: string;
}

/** This many letters are not a label that a style adds. */
const distinctiveLength = 12;

/**
 * Proves that the tags have what a print document says around the articles, once and in order. What a style adds may be
 * between, and what it does not show need not be read. Reports the first fault, in the file that has the words. Returns
 * true if there is none.
 */
export function proveTemplateTexts({ name, readAloud, files, read, pieces, body }: TemplateTexts): boolean {
  const texts = pieces.map((piece) => (piece === bodyPlaceholder ? body && bodyPlaceholder : lettersIn(fold(piece))));
  const wanted = texts.join('');
  const all = diffTexts(wanted, withoutBody(read, body));
  const known = wanted + lettersIn(body);
  const more = all.map((one) => one.extra).join('\n');
  for (const { at, missing, extra } of all) {
    let from = 0;
    for (const [i, text] of texts.entries()) {
      const part = wanted.slice(Math.max(at, from), Math.min(at + missing.length, from + text.length));
      from += text.length;
      // The offset of a difference may be wrong by a letter or two that are equal by chance.
      if (part === '' || (part.length < 4 && part !== missing)) continue;
      const before = part.length < 4 ? wanted.slice(Math.max(0, at - distinctiveLength), at) : '';
      const page = pageWithUntagged(readAloud, (before + part).slice(0, 24), 24);
      const piece = pieces[i] ?? '';
      if (page !== undefined) return tell([piece], untaggedMessage(page, name, shown(i, at + missing.length)));
      const core = part.length > 6 ? part.slice(1, -1) : part;
      if (core.length >= 4 && more.includes(core)) return tell([piece], movedMessage(name, piece.trim().slice(0, 60)));
    }
    const start = extra.slice(0, distinctiveLength);
    const times = countOccurrences(start, known);
    if (start.length === distinctiveLength && times > 0 && countOccurrences(start, lettersIn(read.characters)) > times)
      return tell([start], repeatedMessage(name, wordsOf(read, start)));
  }
  return true;

  /** Returns the pieces from `first` up to an offset. */
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
    const { file = files[0], at } = findWordsInFiles(files, words) ?? {};
    if (file)
      report(file, 'words-kept', {
        at,
        found,
        expected: 'every word read aloud once, in the order of the manuscripts',
        fix: rebuildFix,
      });
    return false;
  }
}

function withoutBody({ characters }: NormalizedText, body: string): string {
  const at = characters.indexOf(body);
  if (body === '' || at < 0) return lettersIn(characters);
  return lettersIn(characters.slice(0, at)) + bodyPlaceholder + lettersIn(characters.slice(at + body.length));
}

/** Returns the letters with the punctuation and spaces between and after them. */
function wordsOf(normalized: NormalizedText, start: string): string {
  for (
    let at = normalized.characters.lastIndexOf(start.charAt(0));
    at >= 0;
    at = normalized.characters.lastIndexOf(start.charAt(0), at - 1)
  ) {
    if (lettersIn(normalized.characters.slice(at, at + 60)).startsWith(start))
      return spacedText(normalized, at, at + 48);
    if (at === 0) break;
  }
  return start;
}
