import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';

/**
 * Puts spaces for the tabs in code, up to the next column of four: nobody can say how wide a tab is, and a PDF has no sign for one, so that what stands on either side of it would be copied as one
 * word. Reports blocks that are code only because they are indented: more often that is how an author marks a paragraph.
 */
export function checkCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'inlineCode', (code) => {
      code.value = code.value.replaceAll('\t', ' ');
    });
    visit(tree, 'code', (code) => {
      const { position, data } = code;
      code.value = code.value.split('\n').map(withoutTabs).join('\n');
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

function withoutTabs(line: string): string {
  let column = 0;
  return line.replace(/[^\t]+|\t/g, (part) => {
    const put = part === '\t' ? ' '.repeat(4 - (column % 4)) : part;
    column += put.length;
    return put;
  });
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
