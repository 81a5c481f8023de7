import type { PagePlan } from '../flow.ts';
import { depth } from '../note-area.ts';
import type { FlowData, HeldFlow } from './held.ts';
import { innermost } from './measure.ts';
import type { Plans } from './plan-cuts.ts';

export function areaHeight(data: FlowData, { from, to, columns }: PagePlan['notes'][number]): number {
  if (to <= from) return 0;
  const head = (data.notes[from]?.line ?? 0) > 0 ? data.frame.noteHeadContinued : data.frame.noteHead;
  return head + Math.max(...columns.map((column) => depth(data.notes, column.from, column.to)));
}

/** Notes at the foot, in their columns. */
export function noteBox(
  data: FlowData,
  { from, columns }: PagePlan['notes'][number],
  parts: (DocumentFragment | undefined)[],
): HTMLElement {
  const continued = (data.notes[from]?.line ?? 0) > 0;
  const box = make('div', `page-notes notes${continued ? ' continued' : ''}`);
  const inside = make('div', 'note-columns', { display: 'flex', 'column-gap': inPx(data.noteGap) });
  box.append(inside);
  for (const _ of columns) {
    const column = make('div', 'note-column', {
      flex: `0 0 ${inPx(data.noteMeasure)}`,
      width: inPx(data.noteMeasure),
      display: 'flow-root',
    });
    const part = parts.shift();
    if (part) column.append(part);
    inside.append(column);
  }
  return box;
}

export function floatBox(
  flow: HeldFlow,
  data: FlowData,
  index: number,
  at: 'head' | 'foot',
  plans: Plans,
): HTMLElement {
  const box = flow.floats[index] as HTMLElement;
  const height = data.floats[index]?.height ?? 0;
  const element = innermost(box);
  box.style.height = inPx(height);
  box.style.display = 'flow-root';
  element.style.marginTop = at === 'head' ? '0' : inPx(Math.max(0, height - (plans.floats[index] ?? 0)));
  element.style.marginBottom = '0';
  return box;
}

export function make(tag: string, className: string, style: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  return element;
}

export function inPx(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`;
}
