import { folioText } from '../../record/folio-text.ts';
import { folioPlaces } from './measure.ts';

/**
 * Fills in the probable folios of references, by id. They are as wide as the true ones, so lines set around them hold
 * when the true ones come.
 */
export function fillGuesses(guesses: Readonly<Record<string, string>>): void {
  for (const { place, of, to } of folioPlaces()) {
    if (!place.closest('.page-reference')) continue;
    const folio = folioText(of, to, (id) => (Object.hasOwn(guesses, id) ? guesses[id] : undefined));
    if (folio !== undefined) place.textContent = folio;
  }
}
