import type { Comparison } from './compare.ts';

/** True if a comparison found nothing at all. */
export function changedNothing({ changes, pages }: Pick<Comparison, 'changes' | 'pages'>): boolean {
  return changes.length === 0 && (!pages || (pages.pages.length === 0 && pages.renumbered.length === 0));
}
