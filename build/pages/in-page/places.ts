import { cutBefore } from './cut.ts';
import type { FlowData, Held, HeldFlow, HeldRow } from './held.ts';

/** A place in a flow: a row, or a note’s row. */
export interface Asked {
  flow: number;
  row?: number;
  note?: number;
  float?: number;
}

/** Where that is in the source. */
export interface SourcePlace {
  /** Article, line and column where the block begins: `a1:12:1`; empty where it comes from no manuscript. */
  block: string;
  /** The note it is in. */
  note: string;
  /** Which of the block’s words, from 0, is the first after the place; calls do not count. */
  word: number;
  /** How many of its letters stand before the place, where a hyphen parts it. */
  letters: number;
  /** The words that follow, to find it by eye. */
  text: string;
}

/** Tells where rows stand in their manuscripts: before the pages are composed. */
export function placesOf(held: Held, json: string): string {
  const asked = JSON.parse(json) as Asked[];
  return JSON.stringify(asked.map((one) => placeOf(held, one)));
}

export function placeOf(held: Held, { flow: index, row, note, float }: Asked): SourcePlace {
  const flow = held.flows[index] as HeldFlow;
  const data = held.data[index] as FlowData;
  if (float !== undefined) {
    const box = flow.floats[float] as HTMLElement;
    const block = box.querySelector('[data-pos]')?.getAttribute('data-pos') ?? '';
    return { block, note: '', word: 0, letters: 0, text: wordsAfter(box.textContent ?? '') };
  }
  const inNotes = note !== undefined;
  const root = inNotes ? flow.notes : flow.main;
  const held1 = (inNotes ? flow.noteRows[note] : flow.rows[row ?? 0]) as HeldRow;
  const element = held1.element;
  const top = root.getBoundingClientRect().top + ((inNotes ? data.notes[note]?.top : data.rows[row ?? 0]?.top) ?? 0);
  const { range } = cutBefore(held1, root, top);
  const block = element.closest('[data-pos]') ?? element.querySelector('[data-pos]') ?? element;
  const before = document.createRange();
  before.selectNodeContents(block);
  if (before.comparePoint(range.startContainer, range.startOffset) === 0) before.setEnd(range.startContainer, range.startOffset);
  else before.collapse(true);
  const text = textWithoutCalls(before);
  const whole = document.createRange();
  whole.selectNodeContents(block);
  const all = textWithoutCalls(whole);
  const words = text.trimStart() === '' ? [] : text.trimStart().split(/\s+/);
  // Where the text ends in a space, the last piece is empty.
  const partial = words.length > 0 && !/\s$/.test(text) && !/^(\s|$)/.test(all.slice(text.length)) ? (words.at(-1) ?? '') : '';
  const complete = words.filter(Boolean).length - (partial ? 1 : 0);
  return {
    block: block.getAttribute('data-pos') ?? '',
    note: element.closest('.note')?.id ?? '',
    word: complete,
    letters: partial.length,
    text: wordsAfter(all.slice(text.length)),
  };
}

export function wordsAfter(text: string): string {
  return text.trim().split(/\s+/).slice(0, 6).join(' ');
}

/** The text of a range without calls and without the number of a note. */
export function textWithoutCalls(range: Range): string {
  const root = range.commonAncestorContainer;
  if (root.nodeType === Node.TEXT_NODE) return range.toString();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!range.intersectsNode(node) || node.parentElement?.closest('.call, .number')) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    text += node.data.slice(from, to);
  }
  return text;
}
