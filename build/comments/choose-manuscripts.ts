import { foldedLetters } from './manuscript-letters.ts';

/** A manuscript of an issue, as text. */
export interface WrittenManuscript {
  issue: string;
  path: string;
  text: string;
}

/** How many samples of a page are looked for, and how long each is, in letters. */
const samples = 24;
const sampleLength = 20;
/** The most manuscripts that one page may be from. */
const maxOfPage = 4;

/** Finds out which manuscripts the pages of a PDF are from, by samples of their text: the best of each page first. */
export function chooseManuscripts<M extends Pick<WrittenManuscript, 'text'>>(
  texts: Readonly<Record<number, string>>,
  manuscripts: readonly M[],
): Map<number, M[]> {
  const written = manuscripts.map((manuscript) => ({ manuscript, letters: foldedLetters(manuscript.text) }));
  const chosen = new Map<number, M[]>();
  for (const [page, text] of Object.entries(texts)) {
    const letters = foldedLetters(text);
    const step = Math.max(1, (letters.length - sampleLength) / samples);
    const parts = Array.from({ length: samples }, (_, i) =>
      letters.slice(Math.round(i * step), Math.round(i * step) + sampleLength),
    ).filter((part) => part.length === sampleLength);
    const votes = written
      .map(({ manuscript, letters: own }) => ({ manuscript, votes: parts.filter((part) => own.includes(part)).length }))
      .filter((one) => one.votes > 0)
      .sort((a, b) => b.votes - a.votes);
    chosen.set(
      Number(page),
      votes.slice(0, maxOfPage).map(({ manuscript }) => manuscript),
    );
  }
  return chosen;
}
