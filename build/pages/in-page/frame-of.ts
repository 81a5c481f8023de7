import { articlePages } from '../../issue/ids.ts';
import type { Frame } from '../flow.ts';
import type { FlowData } from './held.ts';
import { computedValue, pageSheet } from './page-rules.ts';

/** The measures of a flow: from its `@page` rules, its custom properties and the class `page`. */
export function frameOf(element: HTMLElement, known: Map<string, FlowData>): FlowData {
  const css = getComputedStyle(element);
  const named = css.getPropertyValue('page');
  const page = named === 'auto' ? '' : named;
  const own = {
    name: element.id || element.className,
    pages: page === 'article' ? articlePages(element.id) : { first: page, rest: page },
    runsOn: [],
    rows: [],
    blocks: [],
    notes: [],
    floats: [],
  };
  const names = [
    '--begins',
    '--columns',
    '--column-gap',
    '--notes-at',
    '--note-columns',
    '--note-column-gap',
    'font-size',
    'line-height',
  ];
  const key = [page, ...names.map((name) => css.getPropertyValue(name))].join('\n');
  const same = known.get(key);
  if (same) return { ...structuredClone(same), ...own };
  const sheet = pageSheet(page, 'right');
  const area = { width: sheet.width - sheet.left - sheet.right, height: sheet.height - sheet.top - sheet.bottom };
  const number = (name: string, initial: number) => Number.parseInt(css.getPropertyValue(name), 10) || initial;
  const length = (name: string, initial: string) =>
    Number.parseFloat(computedValue(css.getPropertyValue(name).trim() || initial, 'width', 'width', element)) || 0;

  const sample = document.createElement('section');
  sample.className = 'page';
  sample.style.cssText = `width: ${area.width}px; height: ${area.height}px`;
  const notes = document.createElement('div');
  notes.className = 'page-notes notes';
  sample.append(notes);
  document.body.append(sample);
  const sampleCss = getComputedStyle(sample);
  const measure =
    sample.clientWidth - Number.parseFloat(sampleCss.paddingLeft) - Number.parseFloat(sampleCss.paddingRight);
  const height =
    sample.clientHeight - Number.parseFloat(sampleCss.paddingTop) - Number.parseFloat(sampleCss.paddingBottom);
  const noteHead = heightWithMargins(notes);
  notes.classList.add('continued');
  const noteHeadContinued = heightWithMargins(notes);
  sample.remove();

  const columns = number('--columns', 1);
  const columnGap = columns > 1 ? length('--column-gap', '2em') : 0;
  const columnMeasure = (measure - (columns - 1) * columnGap) / columns;
  const notesAt = css.getPropertyValue('--notes-at').trim() === 'column' ? 'column' : 'page';
  const noteColumns = notesAt === 'column' ? 1 : number('--note-columns', 1);
  const noteGap = noteColumns > 1 ? length('--note-column-gap', css.getPropertyValue('--column-gap') || '2em') : 0;
  const noteMeasure = notesAt === 'column' ? columnMeasure : (measure - (noteColumns - 1) * noteGap) / noteColumns;
  const body = element.querySelector('.body') ?? element;
  const frame: Frame = {
    height,
    columns,
    grid: Number.parseFloat(getComputedStyle(body).lineHeight) || 16,
    notesAt,
    noteColumns,
    noteHead,
    noteHeadContinued,
  };
  const begins = css.getPropertyValue('--begins').trim();
  const data: FlowData = {
    ...own,
    frame,
    begins: begins === 'recto' || begins === 'run-on' ? begins : 'page',
    measure,
    columnMeasure,
    columnGap,
    noteMeasure,
    noteGap,
    area,
    opening: 0,
    openingCalls: 0,
  };
  known.set(key, data);
  return data;
}

/** The height of an element with its margins, in px. */
export function heightWithMargins(element: Element): number {
  const css = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height + Number.parseFloat(css.marginTop) + Number.parseFloat(css.marginBottom)
  );
}
