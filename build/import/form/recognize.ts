import { pairCaptions } from './captions.ts';
import type { FormContext } from './context.ts';
import { gatherEntries } from './entries.ts';
import { makeHeadings } from './headings.ts';
import { takeOpening } from './opening.ts';
import { makeQuotations } from './quotations.ts';

/**
 * Finds in a tree what an author's file does not say, by the form of its blocks: title and authors, headings, captions,
 * quotations, bibliographies. What is found is a doubt each, unless a style says it.
 */
export function recognizeForm(context: FormContext): void {
  takeOpening(context);
  pairCaptions(context);
  makeHeadings(context);
  makeQuotations(context);
  gatherEntries(context);
}
