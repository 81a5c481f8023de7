import type { PdfComment } from './read-comments.ts';

/** A change of a manuscript that a comment asks for: a range of it, and what comes there. */
export interface SourceChange {
  from: number;
  to: number;
  text: string;
}

/** Signs that Markdown would read as marks. */
const marks = /[\\`*_[\]<>$^~|{}]/g;

/** Text of a comment as a manuscript writes it, in one line. */
export function asMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(marks, '\\$&');
}

/** The change for words that are struck: with the space that they leave, or with other words in their place. */
export function strikeOut(source: string, { from, to }: { from: number; to: number }, insert = ''): SourceChange {
  const text = asMarkdown(insert.trim());
  if (text !== '') return { from, to, text };
  const [before, after] = [source[from - 1] ?? '\n', source[to] ?? '\n'];
  // One of the two spaces goes, too; that before a stop, if the word before it stays.
  if (before === ' ' && /[\s.,;:!?)\]’”»]/.test(after)) return { from: from - 1, to, text };
  if (/[\n(“„«‘]/.test(before) && after === ' ') return { from, to: to + 1, text };
  return { from, to, text };
}

/** The change for words that are put in between two signs: apart from words, if they stand between words. */
export function insertion(source: string, at: number, insert: string): SourceChange | undefined {
  const written = insert.replace(/\s+/g, ' ');
  const words = asMarkdown(written.trim());
  if (words === '') return undefined;
  const [before, after] = [source[at - 1] ?? '\n', source[at] ?? '\n'];
  const isInWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  const isStop = /^[\p{Po}\p{Pe}\p{Pf}]/u.test(words);
  const isLetters = /^[\p{L}\p{N}]/u.test(words);
  let [from, text] = [at, words];
  // A single consonant is the end of the word before it.
  const isEnding = /^[bcdfghjklmnpqrstvwxz]$/i.test(written) && /\p{L}/u.test(before);
  if (!isEnding && (!isInWord || /^\s|\s$/.test(written))) {
    if (isStop && /[ \t]/.test(before)) from = at - 1;
    else if (isLetters && /[\p{L}\p{N}.,;:!?)]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) text = ` ${text}`;
    else if (isLetters && /\s/.test(before) && /[\p{L}\p{N}]/u.test(after)) text = `${text} `;
    else if (written.startsWith(' ') && /\S/.test(before)) text = ` ${text}`;
    if (written.endsWith(' ') && /[\p{L}\p{N}]/u.test(after) && !text.endsWith(' ')) text = `${text} `;
  }
  return { from, to: from, text };
}

/** True of a comment that changes words. */
export function changesWords({ kind, insert }: Pick<PdfComment, 'kind' | 'insert'>): boolean {
  return (
    kind === 'strike-out' || kind === 'replacement' || (kind === 'insertion' && insert !== undefined && insert !== '')
  );
}
