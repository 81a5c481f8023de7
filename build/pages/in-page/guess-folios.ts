import { folioText } from '../../record/folio-text.ts';
import type { FlowData, HeldFlow, HeldFlows } from './held.ts';
import { folioPlaces } from './measure.ts';

/**
 * Fills in the probable folios of references, from how far down in the galley their targets are. They are as wide as
 * the true ones, so lines set around them hold when the true ones come. `firstPage` is the folio of the first counted
 * page.
 */
export function guessFolios(held: HeldFlows, firstPage: number): void {
  const places = folioPlaces().filter(({ place }) => place.closest('.page-reference'));
  if (places.length === 0) return;
  const begins: number[] = [];
  let page = firstPage;
  for (const { flow, counted } of held.parts) {
    if (flow >= 0) {
      begins[flow] = page;
      page += Math.ceil(pagesBefore(held.flows[flow] as HeldFlow, held.data[flow] as FlowData, 1));
    } else if (counted) page++;
  }
  const guess = (id: string): string | undefined => {
    const target = document.getElementById(id);
    const index = held.flows.findIndex(({ main, opening, notes, floats }) =>
      [main, notes, ...opening, ...floats].some((box) => box.contains(target)),
    );
    const flow = held.flows[index];
    if (!target || !flow) return undefined;
    const whole = flow.main.getBoundingClientRect();
    const share = flow.main.contains(target) ? (target.getBoundingClientRect().top - whole.top) / whole.height : 0;
    return String((begins[index] as number) + Math.floor(pagesBefore(flow, held.data[index] as FlowData, share)));
  };
  // All are guessed first, because writing one moves what is below.
  const guessed = places.map(({ place, of, to }) => ({ place, folio: folioText(of, to, guess) }));
  for (const { place, folio } of guessed) if (folio !== undefined) place.textContent = folio;
}

/** The number of pages that a share of a flow takes, with as large a share of its notes. */
function pagesBefore({ main, notes, opening }: HeldFlow, { frame }: FlowData, share: number): number {
  const heightOf = (box: HTMLElement) => box.getBoundingClientRect().height;
  const columns = frame.notesAt === 'page' ? frame.noteColumns : frame.columns;
  const text = heightOf(main) / frame.columns + heightOf(notes) / columns;
  return (opening.reduce((sum, box) => sum + heightOf(box), 0) + text * share) / frame.height;
}
