import { type AuthorPlace, type Doubt, firstWords, type SourcePassage, type WordChange } from '../imported.ts';
import type { OfficeBlock } from '../office/blocks.ts';
import type { OdtStyles } from './styles.ts';

/** State that the texts of a file share while they are read. */
export interface OdtReading {
  styles: OdtStyles;
  /** The name that a picture of the file gets; undefined if it is not there. */
  picture(href: string, width: string | undefined): { name: string; width: string | undefined } | undefined;
  /** The text of a formula that stands in the file as an object. */
  formula(href: string): string | undefined;
  notes: Map<string, OfficeBlock[]>;
  /** Codes of citations, in their order. */
  citations: { code: string; at: AuthorPlace }[];
  notesAt: Map<string, string>;
  alternatives: SourcePassage[];
  doubts: Doubt[];
  changes: WordChange[];
  /** The counts of lists, by their styles or ids. */
  counts: Map<string, number[]>;
}

/** Leaves words out of the manuscript, on purpose. */
export function leaveWords({ changes }: OdtReading, from: string, why: string): void {
  if (/\S/.test(from)) changes.push({ from, to: '', at: { words: firstWords(from) }, why });
}
