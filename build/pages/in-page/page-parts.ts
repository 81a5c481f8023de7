import type { SpreadArea } from '../notes/spread-notes.ts';
import type { FlowData, HeldFlow } from './held.ts';
import { innermost } from './measure.ts';
import type { CutPlans } from './plan-cuts.ts';

/** The notes at the foot, in their columns. */
export function noteBox(
  data: FlowData,
  { from, columns, whites }: SpreadArea,
  parts: (DocumentFragment | undefined)[],
): HTMLElement {
  const continued = (data.notes[from]?.line ?? 0) > 0;
  const box = makeElement('div', `page-notes notes${continued ? ' continued' : ''}`, {
    'margin-top': inPx(whites.above),
    '--note-white': inPx(whites.above),
  });
  const inside = makeElement('div', 'note-columns', { display: 'flex', 'column-gap': inPx(data.noteGap) });
  box.append(inside);
  columns.forEach((_, i) => {
    const column = makeElement('div', 'note-column', {
      flex: `0 0 ${inPx(data.noteMeasure)}`,
      width: inPx(data.noteMeasure),
      display: 'flow-root',
    });
    const part = parts.shift();
    if (part) column.append(part);
    inside.append(column);
    const [, ...later] = column.querySelectorAll<HTMLElement>(':scope > .note');
    later.forEach((note, k) => {
      note.style.marginTop = inPx(whites.between[i]?.[k] ?? 0);
    });
  });
  return box;
}

/** The box of a float at the head or foot of a page or column, with its planned height. */
export function floatBox(
  flow: HeldFlow,
  data: FlowData,
  index: number,
  at: 'head' | 'foot',
  plans: CutPlans,
): HTMLElement {
  const box = flow.floats[index] as HTMLElement;
  const height = data.floats[index]?.height ?? 0;
  const element = innermost(box);
  box.style.height = inPx(height);
  box.style.display = 'flow-root';
  element.style.marginTop = at === 'head' ? '0' : inPx(Math.max(0, height - (plans.floatHeights[index] ?? 0)));
  element.style.marginBottom = '0';
  return box;
}

/** A new element with a class and inline styles. */
export function makeElement(tag: string, className: string, style: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  return element;
}

/** A CSS length, to a thousandth of a pixel. */
export function inPx(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`;
}
