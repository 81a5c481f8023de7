import type { PlaceMark } from '../../issue/places.ts';
import { folioText } from '../../record/folio-text.ts';
import type { Float, NoteRow, Row } from '../flow.ts';
import { heightWithMargins } from './frame-of.ts';
import type { FlowData, FolioTarget, HeldFlow, HeldFlows, HeldRow, Measured } from './held.ts';
import { findRows } from './rows.ts';

/**
 * Measures flows: every row, note and float, its place and its needs. Changes nothing in between, so the browser lays
 * out once. `only` are the indexes of flows whose text alone has changed since they were measured; null means that
 * everything in all of them is new.
 */
export function measureFlows(held: HeldFlows, only: readonly number[] | null): Measured {
  const measured = only ?? [...held.flows.keys()];
  for (const index of measured) measureFlow(held.flows[index] as HeldFlow, held.data[index] as FlowData, only === null);
  const flows = measured.map((index) => held.data[index] as FlowData);
  const divided = [...document.querySelectorAll('.divided-row')].map(
    (row) => (row.querySelector('[data-pos]')?.getAttribute('data-pos') ?? '') as PlaceMark,
  );
  const tooWide = [...document.querySelectorAll('.set-too-wide')].map(
    (table) => (table.querySelector('[data-pos]')?.getAttribute('data-pos') ?? '') as PlaceMark,
  );
  const wanted = new Set(folioPlaces().flatMap(({ of, to }) => [of, ...(to?.split(' ') ?? [])]));
  return { parts: held.parts, flows, targets: findTargets(held), wanted: [...wanted].sort(), divided, tooWide };
}

/** The places of all ids: other units may refer to any. */
function findTargets(held: HeldFlows): FolioTarget[] {
  const elements = [...document.body.querySelectorAll('[id]')];
  const noteRows = held.flows.map(({ noteRows }) => firstRows(noteRows));
  return elements.flatMap((element): FolioTarget[] => {
    const { id } = element;
    const sheet = held.parts.findIndex((piece) => piece.flow < 0 && element.closest('.sheet')?.id === piece.id);
    if (sheet >= 0) return [{ id, flow: -1, at: 'sheet', index: sheet }];
    for (const [i, flow] of held.flows.entries()) {
      if (flow.opening.some((box) => box.contains(element))) return [{ id, flow: i, at: 'opening', index: 0 }];
      const float = flow.floats.findIndex((box) => box.contains(element));
      if (float >= 0) return [{ id, flow: i, at: 'float', index: float }];
      if (flow.notes.contains(element)) {
        const note = element.closest('.note');
        const first = (note && noteRows[i]?.get(note)) ?? 0;
        const rows = flow.noteRows.slice(first);
        const own = rows.findIndex((row) => element.contains(row.element) || row.element.contains(element));
        return [{ id, flow: i, at: 'note', index: lineInNote(held, i, element, first + Math.max(0, own)) }];
      }
      if (!flow.main.contains(element)) continue;
      const y = element.getBoundingClientRect().top - flow.main.getBoundingClientRect().top;
      const rows = (held.data[i] as FlowData).rows;
      const after = rows.findIndex((row) => row.bottom > y + 1);
      return [{ id, flow: i, at: 'row', index: after < 0 ? Math.max(0, rows.length - 1) : after }];
    }
    return [];
  });
}

/**
 * The row of a note that has the first line of an element, for one inside a paragraph: at `first` the paragraph begins,
 * which may go on with the note on the next page.
 */
function lineInNote({ flows, data }: HeldFlows, index: number, element: Element, first: number): number {
  const flow = flows[index] as HeldFlow;
  const { element: block } = flow.noteRows[first] ?? {};
  if (!block || block === element || !block.contains(element)) return first;
  const y = element.getBoundingClientRect().top - flow.notes.getBoundingClientRect().top;
  const after = (data[index] as FlowData).notes.findIndex(({ bottom }, row) => row >= first && bottom > y + 1);
  return after < 0 || flow.noteRows[after]?.element !== block ? first : after;
}

/** The index of the first row of each note. */
function firstRows(rows: readonly HeldRow[]): Map<Element, number> {
  const first = new Map<Element, number>();
  rows.forEach(({ element }, index) => {
    const note = element.closest('.note');
    if (note && !first.has(note)) first.set(note, index);
  });
  return first;
}

/**
 * Every place for a folio, with its target: in the contents the target of its link, in a text the ids that it has
 * itself.
 */
export function folioPlaces(): { place: HTMLElement; of: string; to: string | undefined }[] {
  const places = document.querySelectorAll<HTMLElement>('a[href^="#"] .folio');
  return [...places].map((place) => {
    const link = place.closest('a')?.getAttribute('href') ?? '#';
    return { place, of: place.dataset.of ?? decodeURIComponent(link.slice(1)), to: place.dataset.to };
  });
}

/**
 * Writes folios into their places. `folios` has them by id. Returns true if any block of text became higher or lower by
 * it; pinned lines hold a figure more or less.
 */
export function fillFolios(folios: Readonly<Record<string, string>>): boolean {
  const wanted = folioPlaces().flatMap(({ place, of, to }) => {
    const folio = folioText(of, to, (id) => (Object.hasOwn(folios, id) ? folios[id] : undefined));
    if (folio === undefined || place.textContent === folio) return [];
    const block = place.closest('[data-block]') ?? place;
    return [{ place, folio, block, height: block.getBoundingClientRect().height }];
  });
  for (const { place, folio } of wanted) place.textContent = folio;
  return wanted.some(({ block, height }) => Math.abs(block.getBoundingClientRect().height - height) > 0.1);
}

function measureFlow(flow: HeldFlow, data: FlowData, isNew: boolean): void {
  const { grid, height } = data.frame;
  const found = findRows(flow.main, grid, height - 2 * grid);
  data.rows = found.rows;
  // A board or a list of contents is not text, and stands on no grid.
  if (!flow.main.querySelector('.body')) for (const row of found.rows) row.phase = 0;
  flow.rows = found.held;
  data.runsOn.forEach((part, i) => {
    part.row = found.held.findIndex(({ element }) => flow.articles[i + 1]?.contains(element));
  });
  data.blocks = [];
  found.rows.forEach(({ block }, i) => {
    const set =
      found.held[i]?.line === 0
        ? found.held[i]?.element.closest('[data-block]')?.getAttribute('data-block')
        : undefined;
    if (set) data.blocks[block] = Number(set);
    else data.blocks[block] ??= -1;
  });
  if (isNew) {
    const notes = measureNotes(flow, grid, height / 2);
    data.notes = notes.rows;
    flow.noteRows = notes.held;
  }
  flow.floats.forEach((box, i) => {
    const float = data.floats[i] as Float;
    const element = innermost(box);
    const css = getComputedStyle(element);
    const margin = Math.max(Number.parseFloat(css.marginTop), Number.parseFloat(css.marginBottom));
    // A multiple of the grid, so that the text beside it stays on it: with a little less white, or up to a line more.
    const white = margin * 0.75;
    float.height = Math.ceil((element.getBoundingClientRect().height + white - 0.5) / grid) * grid;
    float.anchor = found.anchors[i] ?? -1;
    const next = data.runsOn[articleOf(flow, box)];
    if (next) float.until = next.row;
  });
  data.opening = flow.opening.reduce((sum, box) => sum + heightWithMargins(box), 0);

  // Counts the notes that are called in each row. A note that is called in another note comes with it.
  const index = new Map([...flow.notes.querySelectorAll('.note')].map((note, i) => [note.id, i]));
  const inNotes = [...flow.notes.querySelectorAll('.note')].map((note) =>
    [...note.querySelectorAll('.call')].map((call) => index.get((call.getAttribute('href') ?? '').slice(1)) ?? -1),
  );
  let called = 0;
  const callAll = (ids: readonly string[]): number => {
    const before = called;
    for (const id of ids) called = Math.max(called, (index.get(id) ?? -1) + 1);
    for (let note = before; note < called; note++)
      for (const other of inNotes[note] ?? []) called = Math.max(called, other + 1);
    return called - before;
  };
  const callsIn = (element: Element) =>
    [...element.querySelectorAll('.call')].map((call) => (call.getAttribute('href') ?? '').slice(1));
  anchorAtMention(flow, data);
  const callInFloats = (row: number) =>
    flow.floats.reduce((sum, box, i) => {
      const float = data.floats[i] as Float;
      if (float.anchor !== row) return sum;
      float.firstNote = called;
      float.calls = callAll(callsIn(box));
      return sum + float.calls;
    }, 0);
  data.openingCalls = callAll(flow.opening.flatMap(callsIn)) + callInFloats(-1);
  data.rows.forEach((row: Row, i) => {
    row.calls = callAll(found.calls[i] ?? []) + callInFloats(i);
  });
}

/** The index of an element’s article in its flow. */
function articleOf({ articles }: HeldFlow, element: Element): number {
  const name = element.closest<HTMLElement>('[data-article]') ?? element.querySelector<HTMLElement>('[data-article]');
  return articles.findIndex(({ dataset }) => dataset.article === name?.dataset.article);
}

/**
 * Anchors floats where they are mentioned, if that precedes their place in the text; but they keep the order of the
 * manuscript, by which they are numbered. A float in which notes are called keeps its place, as the notes do.
 */
function anchorAtMention(flow: HeldFlow, { rows, floats }: FlowData): void {
  if (floats.length === 0) return;
  const origin = flow.main.getBoundingClientRect().top;
  const mentioned = floats.map(() => Number.POSITIVE_INFINITY);
  for (const link of flow.main.querySelectorAll('a[href^="#"]:not(.call)')) {
    const target = document.getElementById(decodeURIComponent((link.getAttribute('href') as string).slice(1)));
    const float = target ? flow.floats.findIndex((box) => box.contains(target)) : -1;
    if (float < 0 || mentioned[float] !== Number.POSITIVE_INFINITY) continue;
    if (articleOf(flow, link) !== articleOf(flow, flow.floats[float] as Element)) continue;
    const { top, height } = link.getBoundingClientRect();
    mentioned[float] = rows.findIndex(({ bottom }) => bottom > top + height / 2 - origin);
  }
  let before = -1;
  floats.forEach((float, i) => {
    const mention = mentioned[i] as number;
    if (!flow.floats[i]?.querySelector('.call') && mention >= 0) float.anchor = Math.min(float.anchor, mention);
    float.anchor = before = Math.max(before, float.anchor);
  });
}

/**
 * The rows of notes. A box that should stay whole does up to the height `highest`, in px: a page of it and nothing else
 * would waste room, and more of it would be lost.
 */
function measureNotes(flow: HeldFlow, grid: number, highest: number): { rows: NoteRow[]; held: HeldRow[] } {
  const rows: NoteRow[] = [];
  const held: HeldRow[] = [];
  const origin = flow.notes.getBoundingClientRect().top;
  [...flow.notes.querySelectorAll<HTMLElement>('.note')].forEach((note, index) => {
    const found = findRows(note, grid, highest);
    // A number beside the note’s first line is not a row, but the note begins with it.
    if (found.rows.length > 1 && note.firstElementChild?.matches('.beside')) {
      found.rows.shift();
      found.held.splice(0, 2, { element: note.firstElementChild as HTMLElement, line: -1, pinned: true });
    }
    found.rows.forEach((row, line) => {
      rows.push({
        top: row.top + found.origin - origin,
        bottom: row.bottom + found.origin - origin,
        line,
        of: found.rows.length,
        note: index,
        ...(row.kept + row.head > 0 ? { kept: row.kept + row.head } : {}),
        ...(row.tail > 0 ? { tail: row.tail } : {}),
        ...(row.address ? { address: true } : {}),
        stub: row.of > 1 && (row.line === 1 || row.line === row.of - 1),
      });
    });
    held.push(...found.held);
  });
  return { rows, held };
}

/** The content of a float’s box, without the shells around it. */
export function innermost(box: HTMLElement): HTMLElement {
  let element = box;
  do element = element.querySelector(':scope > :not(.cut-mark)') as HTMLElement;
  while (element.classList.contains('set-shell'));
  return element;
}
