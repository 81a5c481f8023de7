import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/** Reports blocks that are code only because they are indented: more often that is how an author marks a paragraph. */
export function checkCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', ({ position }) => {
      const first = String(file)[position?.start.offset ?? 0];
      if (first === '`' || first === '~') return;
      report(file, 'code-fenced', {
        at: position?.start,
        found: 'An indented block, which is set as code',
        fix: 'For a paragraph, take the spaces or the tab before it away; for code, put it between lines of ```.',
      });
    });
  };
}
