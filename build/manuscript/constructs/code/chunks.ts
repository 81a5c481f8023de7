import type { Parents, Root } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';
import { type CodeCell, cellOf } from './cell.ts';

/**
 * Finds the code that knitr, Quarto and MyST run. What they hide is left out, and told; what they only show stays.
 * Where a result would stand, it is missing: that is an error, told once, as are words that are worked out in a line.
 */
export function readChunks() {
  return (tree: Root, file: VFile): void => {
    let chunks = 0;
    visit(tree, 'code', (code, index, parent) => {
      const cell = cellOf(code);
      if (!cell || !programs.test(cell.name) || !parent || index === undefined) return undefined;
      chunks++;
      const use = useOf(cell);
      const language = cell.name.toLowerCase();
      if (use === 'hidden') {
        reportHidden(language, code.position?.start, file);
        (parent as Parents).children.splice(index, 1);
        return index;
      }
      if (use === 'run') reportRun(language, code.position?.start, file);
      return undefined;
    });
    visit(tree, 'inlineCode', ({ value, position }) => {
      if (!(/^\{(?:r|R|python|julia)\} /.test(value) || (chunks > 0 && /^[rR] \S/.test(value)))) return;
      report(file, 'dialect-known', {
        at: position,
        found: `Words that a program works out, \`${value.length > 40 ? `${value.slice(0, 36)}…` : value}\``,
        fix: 'Render the manuscript with R Markdown or Quarto first, and take the Markdown that comes of it; or write the result.',
        alike: 'words that a program works out',
      });
    });
  };
}

const programs =
  /^(?:r|python|julia|ojs|observable|sql|bash|sh|zsh|stan|rcpp|perl|ruby|node|octave|mermaid|dot|graphviz|code-cell|glue)$/i;

/** Whether a cell is hidden with all that comes of it, only shown, or run for what comes of it. */
function useOf({ info, options }: CodeCell): 'hidden' | 'shown' | 'run' {
  const isOff = (name: string): boolean =>
    new RegExp(`\\b${name}\\s*=\\s*(?:F|FALSE)\\b`).test(info) || /^false\b/.test(options.get(name) ?? '');
  if (isOff('include')) return 'hidden';
  // The code itself is what is shown, as a listing.
  if (/lst-cap|lst-label/.test(info) || options.has('lst-cap') || options.has('lst-label')) return 'shown';
  const isEvaluated = !isOff('eval');
  if (isOff('echo') && !isEvaluated) return 'hidden';
  return isEvaluated ? 'run' : 'shown';
}

function reportHidden(language: string, at: Point | undefined, file: VFile): void {
  report(file, 'dialect-known', {
    at,
    level: 'warning',
    found: `Code for ${language} that R Markdown and Quarto run and do not show; it is left out`,
    fix: 'Remove it, if nothing else needs it.',
    alike: 'hidden code',
  });
}

function reportRun(language: string, at: Point | undefined, file: VFile): void {
  report(file, 'dialect-known', {
    at,
    found: `Code for ${language} that another program runs: what comes of it is not here`,
    expected: 'the figure, table or words that it makes',
    fix: 'Render the manuscript with R Markdown, Quarto or MyST first, and take the Markdown that comes of it; to print the code itself, write its name without braces.',
    alike: 'code that another program runs',
  });
}
