import type { Code, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';

/**
 * Replaces tabs in code by spaces, up to the next multiple of four columns. Tabs have no defined width, and a PDF has
 * no character for them: the words on both sides would be copied as one. Reports blocks that only their indent makes
 * code, because authors often indent paragraphs.
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

/** A block that runs to the end of its parent may lack its closing line. */
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
