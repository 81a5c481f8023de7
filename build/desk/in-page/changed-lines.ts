import type { TextLine } from './text-lines.ts';

/**
 * The lines of a page whose words changed: those that stood nowhere before, on this page or on its neighbours. A line
 * that only moved is none of them, nor is one where only a folio changed.
 */
export function changedLines(before: readonly TextLine[], after: readonly TextLine[]): TextLine[] {
  const left = new Map<string, number>();
  for (const { text } of before) left.set(text, (left.get(text) ?? 0) + 1);
  return after.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0 && !/^\d+$/.test(text);
  });
}
