import { pairCaptions } from './captions.ts';
import { leaveContents } from './contents.ts';
import type { FormContext } from './context.ts';
import { gatherEntries } from './entries.ts';
import { makeHeadings } from './headings.ts';
import { mainLanguageOf } from './main-language.ts';
import { takeOpening } from './opening.ts';
import { makeQuotations } from './quotations.ts';
import { settleTitlePage, titlePageOf } from './title-page.ts';

/**
 * Finds in a tree what an author's file does not say, by the form of its blocks: title and authors, headings, captions,
 * quotations, bibliographies. What is found is a doubt each, unless a style says it.
 */
export function recognizeForm(given: FormContext): void {
  const words = given.words.with((given.imported.facts.lang ?? mainLanguageOf(given)).value);
  const titlePage = titlePageOf({ ...given, words });
  const context = { ...given, words, titlePage };
  takeOpening(context);
  settleTitlePage(context, titlePage);
  leaveContents(context);
  pairCaptions(context);
  makeHeadings(context);
  makeQuotations(context);
  gatherEntries(context);
}
