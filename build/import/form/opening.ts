import { partBylines, takeByline } from './byline.ts';
import type { FormContext } from './context.ts';
import { takeLabelled } from './labelled-facts.ts';
import { takeTitle } from './title.ts';
import { takeAbstract, takeBiography } from './unlabelled-facts.ts';

/**
 * Takes title, subtitle, authors, abstract, keywords and dates out of the beginning of a text, by style, by label, or
 * by their place, and puts them among the facts; the text about the author out of its end.
 */
export function takeOpening(context: FormContext): void {
  const { imported, language } = context;
  partBylines(context);
  takeLabelled(context);
  takeTitle(context);
  takeByline(context);
  takeAbstract(context);
  takeBiography(context);
  imported.facts.lang ??= language;
}
