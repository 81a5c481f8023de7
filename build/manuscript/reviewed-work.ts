import type { Place } from '../diagnostics/report.ts';
import type { Phrase } from '../issue/model.ts';
import type { ReviewedWork } from '../issue/schema.ts';
import { phraseOf } from './phrase.ts';
import { doiPart, languagePart, phraseOfParts, type StatementContext, textPart } from './statement-parts.ts';

/**
 * A work as the heading of a review names it: “Ann Writer. *A Book* (ed. by B. Editor). Kyiv: The Press, 2019. 320 pp.
 * ISBN 978-…. €40.”
 */
export function reviewedWork(work: ReviewedWork, context: StatementContext, at: Place | undefined): Phrase {
  const { own, file, terms } = context;
  const { title, authors, editors, translators, series, place, publisher, year, extent, isbn, price, doi } = work;
  const lang = work.lang ?? own.lang;
  const { tree } = phraseOf(title, { ...own, lang }, file, at);
  const hands = [
    editors && `${terms['edited-by']} ${editors.join(', ')}`,
    translators && `${terms['translated-by']} ${translators.join(', ')}`,
    series,
  ].filter(Boolean);
  const imprint = [[place, publisher].filter(Boolean).join(': '), year].filter(Boolean).join(', ');
  // The hyphens of an ISBN do not break.
  const number = isbn && `ISBN\u00a0${isbn.replaceAll('-', '\u2011')}`;
  const sentences = [imprint, extent, number, price].flatMap((part) => (part ? [withStop(part)] : []));
  const behind = `${hands.length > 0 ? ` (${hands.join('; ')})` : ''}. ${sentences.join(' ')}`.trimEnd();
  return phraseOfParts([
    textPart(authors ? `${withStop(authors.join(', '))} ` : '', context),
    languagePart('em', tree, lang, context),
    textPart(behind, context),
    ...(doi ? [textPart(' ', context), doiPart(doi)] : []),
  ]);
}

function withStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
