import type { FlowData, Held, HeldFlow } from './held.ts';

/**
 * Fills in the folios of references as they will probably be, by how far down in the galley their targets stand: they are as wide as the true ones,
 * and the lines that are set around them will hold when those come. `firstPage` is the folio of the first page that is counted.
 */
export function guessFolios(held: Held, firstPage: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a.page-reference:has(.folio)[href^="#"]')];
  if (links.length === 0) return;
  const begins: number[] = [];
  let page = firstPage;
  for (const { flow, counted } of held.pieces) {
    if (flow >= 0) {
      begins[flow] = page;
      page += Math.ceil(pagesBefore(held.flows[flow] as HeldFlow, held.data[flow] as FlowData, 1));
    } else if (counted) page++;
  }
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent((link.getAttribute('href') as string).slice(1)));
    const place = link.querySelector('.folio');
    if (!target || !place) continue;
    const index = held.flows.findIndex(({ main, opening, notes, floats }) =>
      [main, notes, ...opening, ...floats].some((box) => box.contains(target)),
    );
    const flow = held.flows[index];
    if (!flow) continue;
    const whole = flow.main.getBoundingClientRect();
    const share = flow.main.contains(target) ? (target.getBoundingClientRect().top - whole.top) / whole.height : 0;
    place.textContent = String(
      (begins[index] as number) + Math.floor(pagesBefore(flow, held.data[index] as FlowData, share)),
    );
  }
}

/** How many pages a share of a flow takes, with as large a share of its notes. */
export function pagesBefore({ main, notes, opening }: HeldFlow, { frame }: FlowData, share: number): number {
  const heightOf = (box: HTMLElement) => box.getBoundingClientRect().height;
  const columns = frame.notesAt === 'page' ? frame.noteColumns : frame.columns;
  const text = heightOf(main) / frame.columns + heightOf(notes) / columns;
  return (opening.reduce((sum, box) => sum + heightOf(box), 0) + text * share) / frame.height;
}
