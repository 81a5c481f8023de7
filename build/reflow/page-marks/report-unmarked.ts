import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';

/** Reports printed pages whose beginning was not found in an edition whose text flows, by the rule of that edition. */
export function reportUnmarked(file: VFile, unmarked: readonly string[], rule: keyof typeof fixes): void {
  if (unmarked.length === 0) return;
  report(file, rule, {
    found: `The beginning of page ${unmarked.join(', ')} is not marked`,
    expected: 'the words with which the page begins in print',
    fix: fixes[rule],
  });
}

const fixes = {
  'epub-pages':
    'Where a template of the journal’s own prints other words than its EPUB has, let both have the same; else report it as a fault of Offprint.',
  'web-pages':
    'Where a template of the journal’s own prints other words than its page on the web has, let both have the same; else report it as a fault of Offprint.',
} as const;
