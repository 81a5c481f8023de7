import type { Typeset } from './typeset-pages.ts';

/** What there is to count in notes. */
export interface NoteFacts {
  notes: number;
  /** Notes that go on in another column, or on another page. */
  notesOverColumns: number;
  notesOverPages: number;
}

/**
 * Counts notes by the numbers that they begin with, which follow one another in an article. A column that begins without the next number has the rest of
 * a note.
 */
export function noteFacts({ articles }: Typeset): NoteFacts {
  const facts: NoteFacts = { notes: 0, notesOverColumns: 0, notesOverPages: 0 };
  for (const pages of articles) {
    let last = 0;
    for (const { notes } of pages)
      for (const [i, { text, column }] of notes.entries()) {
        const number = Number(/^\d+/.exec(text.normalize('NFKC'))?.[0] ?? Number.NaN);
        const begins = number === last + 1 || /^[*†‡§]/.test(text);
        if (number === last + 1) last = number;
        if (begins) facts.notes++;
        else if (i === 0) facts.notesOverPages++;
        else if (notes[i - 1]?.column !== column) facts.notesOverColumns++;
      }
  }
  return facts;
}
