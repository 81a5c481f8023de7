import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

/**
 * Markdown of a file to mdast: CommonMark, GFM tables and footnotes, front matter and ::: blocks. Reports `file-nesting` and returns an
 * empty tree for text that nests so deep that no parser survives it.
 */
export function parseMarkdown(file: VFile): Root {
  const fault = tooDeep(String(file));
  if (!fault) {
    try {
      return processor.parse(file);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  report(file, 'file-nesting', {
    at: { line: fault?.line ?? 1, column: fault?.column ?? 1 },
    found: fault?.found ?? 'The text nests too deep to be read',
    expected: 'at most 100 levels',
    fix: 'Remove the repeated marks.',
  });
  return { type: 'root', children: [] };
}

/** The first line that opens more than a hundred blocks, brackets or stretches of emphasis: the parser's time grows with their square. */
function tooDeep(text: string): { line: number; column: number; found: string } | undefined {
  const lines = text.split('\n');
  let fences = 0;
  for (const [index, line] of lines.entries()) {
    const marks = /^(?:[ \t]{0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]?)*/.exec(line)?.[0] ?? '';
    const levels = marks.replace(/[^>*+.)-]/g, '').length;
    if (levels > deepest && !/^[-*_\s]*$/.test(line))
      return { line: index + 1, column: 1, found: `A line opens ${levels} quotations or lists` };
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (indent > deepest * 4 && line.trim())
      return { line: index + 1, column: 1, found: `A line is indented by ${indent} spaces` };
    const run = /[[({*_~`<!]{200,}/.exec(line);
    if (run && !/^([*_~`-]\s*)+$/.test(line))
      return { line: index + 1, column: run.index + 1, found: `${run[0].length} opening marks in a row` };
    const open = /(?:[[*_]\S?\s?){400,}/.exec(line);
    if (open && !/^([*_-]\s*)+$/.test(line))
      return { line: index + 1, column: open.index + 1, found: 'Hundreds of brackets or emphasis marks in a row' };
    if (/^:{3,}\s*[A-Za-z]/.test(line)) fences++;
    if (fences > 2000) return { line: index + 1, column: 1, found: `More than 2,000 blocks opened by :::` };
  }
  return undefined;
}

const deepest = 100;
