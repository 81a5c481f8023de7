import { putBack } from './fit-floats.ts';
import { putOpeningBack } from './fit-opening.ts';
import { fitPictures } from './fit-pictures.ts';
import { type Divisions, fitTablesIn } from './fit-tables.ts';
import { frameOf } from './frame-of.ts';
import { guessFolios } from './guess-folios.ts';
import type { FlowData, Held, HeldFlow } from './held.ts';
import { takeApart } from './take-apart.ts';
import { divideTallRows } from './tall-rows.ts';

/**
 * Takes the galley apart into what pages are made of, each at its final measure: openings, text, notes, floats. Text that follows a float in the
 * manuscript then follows the text before it, as it will on the page. What articles run on to the page of the one before, makes one flow with it.
 * `firstPage` is the folio of the first page that is counted; `divisions` is where words in tables may be divided.
 */
export function arrange(firstPage: number, divisions: Divisions): Held {
  const held: Held = { pieces: [], flows: [], data: [] };
  // Before anything is moved, for each look after a change lays the document out anew.
  const frames = new Map<string, FlowData>();
  const all = [...document.querySelectorAll<HTMLElement>('body > .flow')].map((element) => frameOf(element, frames));
  let next = 0;
  let previous: Element | null = null;
  for (const element of document.querySelectorAll<HTMLElement>('body > .flow, body > .sheet')) {
    if (element.matches('.sheet')) {
      held.pieces.push({ flow: -1, id: element.id, counted: !element.matches('.uncounted') });
      continue;
    }
    const frame = all[next++] as FlowData;
    const flow = held.flows.at(-1);
    const data = held.data.at(-1);
    const joins =
      frame.begins === 'run-on' &&
      flow &&
      data &&
      previous === element.previousElementSibling &&
      flow.articles[0]?.dataset.article &&
      element.dataset.article;
    if (joins) {
      takeApart(element, flow, data, true);
      data.runsOn.push({ row: 0, pages: frame.pages });
    } else {
      const name = element.id || element.className;
      const made = (className: string) => {
        const box = document.createElement('div');
        box.className = className;
        element.before(box);
        return box;
      };
      const whole: HeldFlow = {
        name,
        articles: [],
        opening: [],
        main: made('set-main'),
        rows: [],
        notes: made('set-notes notes'),
        noteRows: [],
        floats: [],
      };
      whole.main.style.width = `${frame.columnMeasure}px`;
      whole.notes.style.width = `${frame.noteMeasure}px`;
      held.pieces.push({ flow: held.flows.length, id: name, counted: true });
      held.flows.push(whole);
      held.data.push(frame);
      takeApart(element, whole, frame, false);
      previous = whole.notes;
      continue;
    }
    previous = flow.notes;
  }
  for (const [i, flow] of held.flows.entries()) {
    putOpeningBack(flow, held.data[i] as FlowData);
    putBack(flow, held.data[i] as FlowData, divisions);
    for (const place of [flow.main, flow.notes, ...flow.floats]) fitPictures(place);
    for (const place of [flow.main, flow.notes]) fitTablesIn(place, divisions);
    for (const place of [flow.main, flow.notes])
      for (const table of place.querySelectorAll('table'))
        divideTallRows(table, (held.data[i] as FlowData).frame.height * 0.7);
  }
  guessFolios(held, firstPage);
  return held;
}
