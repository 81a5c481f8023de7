import { measureNumbers, padNumbers } from './align-numbers.ts';
import { measureContinued } from './continue-tables.ts';
import { fitFloats } from './fit-floats.ts';
import { fitOpening } from './fit-opening.ts';
import { type Divisions, fitTablesIn } from './fit-tables.ts';
import { frameOf } from './frame-of.ts';
import { fillGuesses } from './guess-folios.ts';
import type { FlowData, HeldFlow, HeldFlows } from './held.ts';
import { takeApart } from './take-apart.ts';
import { divideTallRows } from './tall-rows.ts';
import { unindentPictures } from './unindent-pictures.ts';

/**
 * Takes the galley apart into what pages are made of, each at its final measure: openings, text, notes, floats. Text
 * after a float then follows the text before it, as it will on the page. An article that runs on becomes part of the
 * flow before it. `guesses` are the probable folios of ids, `divisions` the places where words in tables may be
 * divided.
 */
export function arrange(guesses: Readonly<Record<string, string>>, divisions: Divisions): HeldFlows {
  const held: HeldFlows = { parts: [], flows: [], data: [] };
  // Before anything is moved, because the browser lays out again for each look after a change.
  const frames = new Map<string, FlowData>();
  const all = [...document.querySelectorAll<HTMLElement>('body > .flow')].map((element) => frameOf(element, frames));
  const numbers = measureNumbers();
  padNumbers(numbers);
  measureContinued(document.body);
  let next = 0;
  let previous: Element | null = null;
  for (const element of document.querySelectorAll<HTMLElement>('body > .flow, body > .sheet')) {
    if (element.matches('.sheet')) {
      held.parts.push({ flow: -1, id: element.id, counted: !element.matches('.uncounted') });
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
      held.parts.push({ flow: held.flows.length, id: name, counted: true });
      held.flows.push(whole);
      held.data.push(frame);
      takeApart(element, whole, frame, false);
      previous = whole.notes;
      continue;
    }
    previous = flow.notes;
  }
  for (const [i, flow] of held.flows.entries()) {
    fitOpening(flow, held.data[i] as FlowData);
    fitFloats(flow, held.data[i] as FlowData, divisions);
    for (const place of [flow.main, flow.notes, ...flow.floats]) unindentPictures(place);
    for (const place of [flow.main, flow.notes]) fitTablesIn(place, divisions);
    for (const place of [flow.main, flow.notes])
      for (const table of place.querySelectorAll('table'))
        divideTallRows(table, (held.data[i] as FlowData).frame.height * 0.7);
  }
  fillGuesses(guesses);
  return held;
}
