import type { PlaceMark } from '../../issue/places.ts';
import { cutBefore } from './cut.ts';
import type { FlowData, HeldFlow, HeldFlows, HeldRow } from './held.ts';

/** A place in a flow whose source is looked up: a row, a note row or a float. */
export interface PlaceQuery {
  flow: number;
  row?: number;
  note?: number;
  float?: number;
}

/** A place in a manuscript. */
export interface SourcePlace {
  /** The beginning of the block; empty if it comes from no manuscript. */
  block: PlaceMark;
  /** The id of the note that contains it, if any. */
  note: string;
  /** The index of the block’s first word after the place, from 0; calls do not count. */
  word: number;
  /** The number of that word’s letters before the place, if a hyphen divides it. */
  letters: number;
  /** The words that follow, to find it by eye. */
  text: string;
}

/** Finds the places of rows, notes and floats in their manuscripts, before the pages are composed. */
export function placesOf(held: HeldFlows, queries: readonly PlaceQuery[]): SourcePlace[] {
  return queries.map((one) => findPlace(held, one));
}

function findPlace(held: HeldFlows, { flow: index, row, note, float }: PlaceQuery): SourcePlace {
  const flow = held.flows[index] as HeldFlow;
  const data = held.data[index] as FlowData;
  if (float !== undefined) {
    const box = flow.floats[float] as HTMLElement;
    const block = [...box.querySelectorAll('[data-pos]')].find(
      (one) => !one.closest('[data-repeated]') && one.textContent?.trim(),
    );
    if (!block) {
      const bare = box.matches('[data-pos]') ? box : box.querySelector('[data-pos]');
      const at = (bare?.getAttribute('data-pos') ?? '') as PlaceMark;
      return { block: at, note: '', word: 0, letters: 0, text: wordsAfter(box.textContent ?? '') };
    }
    return { ...placeInBlock(block, earlierText(block)), note: '' };
  }
  const inNotes = note !== undefined;
  const root = inNotes ? flow.notes : flow.main;
  const heldRow = (inNotes ? flow.noteRows[note] : flow.rows[row ?? 0]) as HeldRow;
  const element = heldRow.element;
  const top = root.getBoundingClientRect().top + ((inNotes ? data.notes[note]?.top : data.rows[row ?? 0]?.top) ?? 0);
  const { node, offset } = cutBefore(heldRow, root, top);
  // A row of a table may stand in an item of a list, which has a place, too.
  const isRow = element instanceof HTMLTableRowElement;
  const block = (isRow && firstBlock(element)) || (element.closest('[data-pos]') ?? firstBlock(element) ?? element);
  const { text, all } = textBefore(block, node, offset);
  const earlier = earlierText(block);
  return { ...placeInBlock(block, earlier + text, earlier + all), note: element.closest('.note')?.id ?? '' };
}

/** The first block in an element; in a table’s row, the first cell that is not empty. */
function firstBlock(element: HTMLElement): Element | undefined {
  const blocks = [...element.querySelectorAll('[data-pos]')];
  return blocks.find((block) => block.textContent?.trim()) ?? blocks[0];
}

/** The text of a cell of a divided row in the earlier parts of the row. */
function earlierText(block: Element): string {
  const cell = block.closest('td, th') as HTMLTableCellElement | null;
  const row = cell?.closest<HTMLElement>('tr[data-row]');
  if (!cell || !row) return '';
  const parts = [...document.querySelectorAll<HTMLTableRowElement>(`tr[data-row="${row.dataset.row}"]`)];
  const before = parts.slice(0, parts.indexOf(row as HTMLTableRowElement));
  return before.map((part) => textOfBlock(part.cells[cell.cellIndex])).join('');
}

/** The text of an element, without calls and without the number of a note. */
function textOfBlock(element: Element | undefined): string {
  return element ? textBefore(element, element, 0).all : '';
}

/** A place in a block, by the text before it and all of its text. */
function placeInBlock(block: Element, text: string, all = text + textOfBlock(block)): Omit<SourcePlace, 'note'> {
  const words = text.trimStart() === '' ? [] : text.trimStart().split(/\s+/);
  // If the text ends in a space, the last piece is empty.
  const partial =
    words.length > 0 && !/\s$/.test(text) && !/^(\s|$)/.test(all.slice(text.length)) ? (words.at(-1) ?? '') : '';
  const complete = words.filter(Boolean).length - (partial ? 1 : 0);
  return {
    block: (block.getAttribute('data-pos') ?? '') as PlaceMark,
    word: complete,
    letters: partial.length,
    text: wordsAfter(all.slice(text.length)),
  };
}

function wordsAfter(text: string): string {
  return text.trim().split(/\s+/).slice(0, 6).join(' ');
}

/**
 * The text of a block up to a place, and all of it, without calls and without the number of a note. The walk keeps
 * count itself, because `compareDocumentPosition` for each text goes through all its siblings.
 */
function textBefore(block: Element, node: Node, offset: number): { text: string; all: string } {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ALL);
  const child = node.childNodes[offset];
  // Behind all of its content, if it has no more children.
  const behind = node.nodeType !== Node.TEXT_NODE && !child && offset > 0;
  let text = '';
  let all = '';
  let inside = behind && node === block;
  let past = !block.contains(node);
  for (let one = walker.nextNode(); one; one = walker.nextNode()) {
    if (behind && one === node) inside = true;
    if (!past) past = behind ? inside && !node.contains(one) : one === (child ?? node);
    if (one.nodeType !== Node.TEXT_NODE || one.parentElement?.closest('.call, .number')) continue;
    const { data } = one as Text;
    all += data;
    if (one === node) text += data.slice(0, offset);
    else if (!past) text += data;
  }
  return { text, all };
}
