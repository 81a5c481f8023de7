import { dressPictures } from '../fonts/dress-pictures.ts';
import type { Issue } from '../issue/model.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import { type EditionContext, styleOf } from './edition.ts';

/** An issue with the faces of its style in its drawings, as it is printed. */
export function dressedIssue(context: EditionContext): Promise<Issue> {
  return dressPictures(context.issue, styleOf(context, pagesSheet), false, context.cache);
}
