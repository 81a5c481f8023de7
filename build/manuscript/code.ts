import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/** Reports blocks that are code only because they are indented: more often that is how an author marks a paragraph. */
export function checkCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', ({ position, data }) => {
      if (data && 'isTable' in data) return;
      const first = String(file)[position?.start.offset ?? 0];
      if (first === '`' || first === '~') {
        checkClosed(position, file);
        return;
      }
      report(file, 'code-fenced', {
        at: position?.start,
        found: 'An indented block, which is set as code',
        fix: 'For a paragraph, take the spaces or the tab before it away; for code, put it between lines of ```.',
      });
    });
  };
}

/** A block that runs to the end of its parent may have lost its last line. */
function checkClosed(position: Code['position'], file: VFile): void {
  const source = String(file).slice(position?.start.offset, position?.end.offset).trimEnd();
  const fence = /^(?:`+|~+)/.exec(source)?.[0] ?? '';
  const last = source.slice(source.lastIndexOf('\n') + 1).replace(/^[\s>]+/, '');
  if (source.includes('\n') && last.length >= fence.length && /^(?:`+|~+)$/.test(last)) return;
  report(file, 'code-closed', {
    at: position?.start,
    found: `A block of code opened by ${fence} is not closed`,
    fix: `Put a line ${fence} below its last line.`,
  });
}
