import type { SourceChange } from './change.ts';

/** A text after changes, and those that were left out because they touch another. */
export interface ChangedText<C extends SourceChange> {
  text: string;
  skipped: C[];
}

/** Makes changes of one text; of two that touch the same signs, the first in the text. */
export function applyChanges<C extends SourceChange>(source: string, changes: readonly C[]): ChangedText<C> {
  const skipped: C[] = [];
  let text = '';
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (change.from < at) {
      skipped.push(change);
      continue;
    }
    text += source.slice(at, change.from) + change.text;
    at = change.to;
  }
  return { text: text + source.slice(at), skipped };
}
