import { pairCaptions } from './captions.ts';
import { leaveContents } from './contents.ts';
import type { FormContext, FormInput } from './context.ts';
import { gatherEntries } from './entries.ts';
import { makeHeadings } from './headings.ts';
import { findMainLanguage } from './main-language.ts';
import { leaveNotesHeading } from './notes-heading.ts';
import { takeOpening } from './opening.ts';
import { makeQuotations } from './quotations.ts';
import { settleTitlePage, titlePageOf } from './title-page.ts';

/**
 * Finds in a tree what an author's file does not say, by the form of its blocks: title and authors, headings, captions,
 * quotations, bibliographies. What is found is a doubt each, unless a style says it.
 */
export function recognizeForm(given: FormInput): void {
  const language = given.imported.facts.lang ?? findMainLanguage(given);
  const words = given.words.with(language.value);
  const titlePage = titlePageOf({ ...given, words });
  const context: FormContext = { ...given, words, language, titlePage };
  takeOpening(context);
  settleTitlePage(context);
  leaveContents(context);
  pairCaptions(context);
  makeHeadings(context);
  leaveNotesHeading(context);
  makeQuotations(context);
  gatherEntries(context);
}
