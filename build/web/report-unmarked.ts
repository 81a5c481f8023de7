import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/** Reports printed pages whose beginning was not found on the web. */
export function reportUnmarkedPages(file: VFile, unmarked: readonly string[]): void {
  if (unmarked.length === 0) return;
  report(file, 'web-pages', {
    found: `The beginning of page ${unmarked.join(', ')} is not marked`,
    expected: 'the words with which the page begins in print',
    fix: 'Where a template of the journal’s own prints other words than its page on the web has, let both have the same; else report it as a fault of Offprint.',
  });
}
