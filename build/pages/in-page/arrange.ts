import type { Frame } from '../flow.ts';
import { cutApart, cutBefore, fixColumns } from './cut.ts';
import { guessFolios } from './guess-folios.ts';
import type { FlowData, Held, HeldFlow } from './held.ts';
import { innermost } from './measure.ts';
import { px, sheetOf } from './page-rules.ts';
import { divideTallRows } from './tall-rows.ts';

/**
 * Takes the galley apart into what pages are made of, each at its final measure: openings, text, notes, floats. Text that follows a float in the
 * manuscript then follows the text before it, as it will on the page. What articles run on to the page of the one before, makes one flow with it.
 * `firstPage` is the folio of the first page that is counted.
 */
export function arrange(firstPage: number): Held {
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
    putBack(flow, held.data[i] as FlowData);
    for (const place of [flow.main, flow.notes])
      for (const table of place.querySelectorAll('table'))
        divideTallRows(table, (held.data[i] as FlowData).frame.height * 0.7);
  }
  guessFolios(held, firstPage);
  return held;
}

/** The measures of a flow: from its `@page` rules, its custom properties and the class `page`. */
export function frameOf(element: HTMLElement, known: Map<string, FlowData>): FlowData {
  const css = getComputedStyle(element);
  const named = css.getPropertyValue('page');
  const page = named === 'auto' ? '' : named;
  const own = {
    name: element.id || element.className,
    pages: page === 'article' ? { first: `${element.id}-open`, rest: element.id } : { first: page, rest: page },
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
  if (same) return { ...structuredClone(same), ...own, floats: [] };
  const sheet = sheetOf(page, 'right');
  const area = { width: sheet.width - sheet.left - sheet.right, height: sheet.height - sheet.top - sheet.bottom };
  const number = (name: string, initial: number) => Number.parseInt(css.getPropertyValue(name), 10) || initial;
  const length = (name: string, initial: string) =>
    Number.parseFloat(px(css.getPropertyValue(name).trim() || initial, 'width', 'width', element)) || 0;

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
  const noteHead = outerHeight(notes);
  notes.classList.add('continued');
  const noteHeadContinued = outerHeight(notes);
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

/** With its margins; px. */
export function outerHeight(element: Element): number {
  const css = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height + Number.parseFloat(css.marginTop) + Number.parseFloat(css.marginBottom)
  );
}

/** Puts the parts of an article, or of another flow, where they are measured. */
export function takeApart(element: HTMLElement, flow: HeldFlow, data: FlowData, runsOn: boolean): void {
  flow.main.append(element);
  flow.articles.push(element);
  if (!runsOn) {
    const opening: HTMLElement[] = [];
    for (const child of element.children) {
      if (getComputedStyle(child).columnSpan !== 'all') break;
      opening.push(child as HTMLElement);
    }
    if (opening.length > 0) {
      const shell = shellOf(element);
      shell.append(...opening);
      if (element.id) {
        shell.id = element.id;
        element.removeAttribute('id');
      }
      const box = document.createElement('div');
      box.className = 'set-opening';
      box.style.width = `${data.measure}px`;
      box.append(shell);
      flow.main.before(box);
      flow.opening.push(box);
    }
  }
  for (const notes of element.querySelectorAll('.notes')) {
    flow.notes.append(...notes.querySelectorAll('.note'));
    notes.remove();
  }
  for (const float of element.querySelectorAll<HTMLElement>('figure, table, .float')) {
    const wish = getComputedStyle(float).getPropertyValue('--float').trim();
    const parent = float.parentElement as HTMLElement;
    if (!/head|foot/.test(wish) || getComputedStyle(parent).getPropertyValue('--float').trim() !== '') continue;
    const spans = getComputedStyle(float).columnSpan === 'all';
    const marker = document.createComment('float');
    float.before(marker);
    const box = document.createElement('div');
    box.className = 'set-float';
    box.style.width = `${spans ? data.measure : data.columnMeasure}px`;
    let inside: HTMLElement = box;
    for (const shell of shellsOf(parent, flow.main)) {
      inside.append(shell);
      inside = shell;
    }
    inside.append(float);
    flow.main.before(box);
    flow.floats.push(box);
    data.floats.push({
      height: 0,
      spans,
      anchor: -1,
      places: wish.split(/\s+/).filter((place): place is 'head' | 'foot' => place === 'head' || place === 'foot'),
      calls: float.querySelectorAll('.call').length,
      firstNote: 0,
    });
  }
}

/** An element’s copy without what is in it, and without what it generates. */
export function shellOf(element: HTMLElement): HTMLElement {
  const shell = element.cloneNode(false) as HTMLElement;
  shell.removeAttribute('id');
  shell.classList.add('set-shell', 'cut-above', 'cut-below');
  return shell;
}

/** Shells of an element and what it stands in, from the outside in. */
export function shellsOf(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const shells: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at && at !== root; at = at.parentElement) shells.unshift(shellOf(at));
  return shells;
}

/**
 * In a column, a table that is as high as a page is no float, and nothing is in which a note is called: it goes back to its place. A picture that is too high
 * is drawn smaller.
 */
export function putBack(flow: HeldFlow, data: FlowData): void {
  const most = data.frame.height * 0.85;
  const markers: Comment[] = [];
  const walker = document.createTreeWalker(flow.main, NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Comment).data === 'float') markers.push(node as Comment);
  }
  for (let i = flow.floats.length - 1; i >= 0; i--) {
    const box = flow.floats[i] as HTMLElement;
    const float = data.floats[i] as FlowData['floats'][number];
    widen(box, float, data);
    const height = box.getBoundingClientRect().height;
    const image = box.querySelector('img');
    if (image) {
      const rest = height - image.getBoundingClientRect().height;
      if (height > most) image.style.maxHeight = `${Math.max(data.frame.grid, most - rest)}px`;
    }
    const table = box.querySelector('table');
    if (
      table &&
      float.spans &&
      height > most &&
      getComputedStyle(table).columnSpan !== 'all' &&
      getComputedStyle(innermost(box)).columnSpan !== 'all'
    ) {
      // Only its words made it wide; and a page is too low for it.
      table.classList.add('set-anywhere');
      box.style.width = `${data.columnMeasure}px`;
      float.spans = false;
    }
    if (table) divideTallRows(table, data.frame.height * 0.7);
    if (table && float.spans && height > most) divide(box, table, i, flow, data, markers[i]);
    // Notes keep their order only where what calls them keeps its place.
    if (!float.spans && (float.calls > 0 || (!image && height > most))) {
      markers[i]?.replaceWith(innermost(box));
      box.remove();
      flow.floats.splice(i, 1);
      data.floats.splice(i, 1);
    }
  }
}

/**
 * A table that is too wide for its column goes over all of them; one that is too wide for the page is set narrower, as the style has it, and if that
 * is not enough, breaks its words where it must.
 */
export function widen(box: HTMLElement, float: FlowData['floats'][number], data: FlowData): void {
  const table = box.querySelector('table');
  if (!table) return;
  const isTooWide = () => table.getBoundingClientRect().width > box.getBoundingClientRect().width + 0.5;
  if (!float.spans && isTooWide()) {
    float.spans = true;
    box.style.width = `${data.measure}px`;
  }
  if (isTooWide()) table.classList.add('narrow');
  if (isTooWide()) table.classList.add('set-anywhere');
}

/** Divides a table that goes over all columns, and is higher than a page, into several floats, each with the table’s head. */
export function divide(
  box: HTMLElement,
  table: HTMLTableElement,
  index: number,
  flow: HeldFlow,
  data: FlowData,
  marker: Comment | undefined,
): void {
  const head = table.tHead?.getBoundingClientRect().height ?? 0;
  const most = data.frame.height * 0.8;
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tbody > tr')];
  const starts: HTMLElement[] = [];
  let from = box.getBoundingClientRect().top;
  for (const row of rows.slice(1)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom - from <= most) continue;
    starts.push(row);
    from = top - head;
  }
  fixColumns(table);
  const cuts = starts.map((element) => cutBefore({ element, line: -1, pinned: true }, box, 0));
  const parts = cutApart(box, cuts).map((content) => {
    const part = box.cloneNode(false) as HTMLElement;
    part.append(content);
    return part;
  });
  box.after(...parts);
  for (const _ of parts) marker?.after(document.createComment('float'));
  const float = data.floats[index] as FlowData['floats'][number];
  flow.floats.splice(index + 1, 0, ...parts);
  data.floats.splice(index + 1, 0, ...parts.map(() => ({ ...float })));
}

/** An opening that leaves hardly any room on its page goes into the first column, like text, and on from there. */
export function putOpeningBack(flow: HeldFlow, { frame }: FlowData): void {
  const height = flow.opening.reduce((sum, box) => sum + outerHeight(box), 0);
  if (height <= frame.height * 0.8) return;
  const [article] = flow.articles;
  for (const box of [...flow.opening].reverse()) {
    const shell = box.firstElementChild as HTMLElement;
    const { id } = shell;
    shell.removeAttribute('id');
    article?.prepend(...shell.children);
    if (id && article) article.id = id;
    box.remove();
  }
  flow.opening = [];
}
