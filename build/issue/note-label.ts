import type { Note } from './model.ts';

/** The text before a note and at its calls: its number, or its sign. */
export function noteLabel({ number, sign }: Pick<Note, 'number' | 'sign'>): string {
  return sign ?? String(number);
}
